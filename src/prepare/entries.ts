import { hash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ParsedRule } from '../domain/rule.ts';
import type { PreparedRule } from './prepare-rule.ts';
import { storedHtml } from './stored-html.ts';

/** A result with all that it was made from. */
export interface Entry {
	readonly digest: string;
	/** What the rule's links were looked up as, and the address found then (null: none). */
	readonly targets: readonly (readonly [path: string, address: string | null])[];
	readonly prepared: PreparedRule;
}

/** An entry as it lies in the file. The long texts of its rule follow all entries: parsed as JSON they would take most of the time. */
interface StoredEntry extends Omit<Entry, 'prepared'> {
	readonly prepared: Omit<PreparedRule, 'rule'>;
	readonly rule: Omit<ParsedRule, 'text' | 'html'> | null;
	/** How many bytes its text, lead and body take there. */
	readonly sizes: readonly [text: number, lead: number, body: number];
	readonly titleAnchor: string | null;
}

const LINE = 0x0a;

/** A key of one sign that JSON writes with a backslash: `JSON.parse` of Node 24 (V8 13.6) takes it for a backslash. */
const misreadKey = /[{,]"\\(?:[^\\u]|u[\da-f]{4})":/;

/**
 * Reads what `writeEntries` has written, by the sources of the rules. Empty when the file is missing, torn or foreign: its
 * first line is a checksum of the rest, the second the entries, and then follow their texts.
 */
export function readEntries(file: string): ReadonlyMap<string, Entry> {
	const entries = new Map<string, Entry>();
	try {
		const bytes = readFileSync(file);
		const begin = bytes.indexOf(LINE) + 1;
		if (bytes.toString('latin1', 0, begin - 1) !== hash('sha256', bytes.subarray(begin))) return entries;
		const end = bytes.indexOf(LINE, begin);
		const stored = JSON.parse(bytes.toString('utf8', begin, end)) as readonly (readonly [string, StoredEntry])[];
		let at = end + 1;
		for (const [source, entry] of stored) {
			entries.set(source, restored(entry, bytes, at));
			at += entry.sizes.reduce((sum, size) => sum + size, 0);
		}
	} catch {
		entries.clear();
	}
	return entries;
}

function restored(
	{ digest, targets, prepared, rule, sizes, titleAnchor }: StoredEntry,
	bytes: Buffer,
	at: number,
): Entry {
	if (rule === null) return { digest, targets, prepared: { ...prepared, rule } };
	const [size, lead, body] = sizes;
	const text = bytes.toString('utf8', at, at + size);
	const html = storedHtml(bytes, { start: at + size, lead, body, titleAnchor });
	return { digest, targets, prepared: { ...prepared, rule: { ...rule, text, html } } };
}

/** Writes entries, whole or not at all; a folder that cannot be written is passed over. */
export async function writeEntries(file: string, entries: ReadonlyMap<string, Entry>): Promise<void> {
	const stored: (readonly [string, StoredEntry])[] = [];
	const texts: Buffer[] = [];
	for (const [source, { digest, targets, prepared }] of entries) {
		const { rule, ...rest } = prepared;
		const { text, html, ...facts } = rule ?? { text: '', html: null };
		const parts = [text, html?.lead ?? '', html?.body ?? ''];
		// Half a letter has no bytes of its own: such a rule is prepared each time.
		if (!parts.every((part) => part.isWellFormed())) continue;
		if (misreadKey.test(JSON.stringify(rule?.frontmatter.extra ?? {}))) continue;
		const bytes = parts.map((part) => Buffer.from(part));
		const [size = 0, lead = 0, body = 0] = bytes.map(({ length }) => length);
		texts.push(...bytes);
		stored.push([
			source,
			{
				digest,
				targets,
				prepared: rest,
				rule: rule === null ? null : (facts as StoredEntry['rule']),
				sizes: [size, lead, body],
				titleAnchor: html?.titleAnchor ?? null,
			},
		]);
	}
	const content = Buffer.concat([Buffer.from(`${JSON.stringify(stored)}\n`), ...texts]);
	const aside = `${file}.${randomUUID()}.tmp`;
	try {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(aside, Buffer.concat([Buffer.from(`${hash('sha256', content)}\n`), content]));
		await rename(aside, file);
	} catch {
		await rm(aside, { force: true }).catch(() => undefined);
	}
}
