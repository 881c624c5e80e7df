import { hash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PartIndex } from './index-part.ts';

/** What a stored index says of itself, before the bytes of its files. */
interface Header extends Omit<PartIndex, 'files'> {
	readonly files: readonly (readonly [path: string, bytes: number])[];
}

const ENDING = '.part';
/** How many states of the rules are kept: that of now, that of before the edit, that of another branch. */
const GENERATIONS = 3;

/** Where the index of a part is kept. */
export function partFile(folder: string, key: string): string {
	return join(folder, `${key}${ENDING}`);
}

/** Reads a stored index. Null when there is none, or not the very bytes that were written. */
export function readPart(file: string): PartIndex | null {
	try {
		const bytes = readFileSync(file);
		const [sumEnd, headerEnd] = [bytes.indexOf('\n'), bytes.indexOf('\n', bytes.indexOf('\n') + 1)];
		const rest = bytes.subarray(sumEnd + 1);
		if (bytes.toString('latin1', 0, sumEnd) !== hash('sha256', rest)) return null;
		const { files, ...header } = JSON.parse(bytes.toString('utf8', sumEnd + 1, headerEnd)) as Header;
		let at = headerEnd + 1;
		const contents = new Map<string, Uint8Array>();
		for (const [path, length] of files) {
			contents.set(path, bytes.subarray(at, at + length));
			at += length;
		}
		const now = new Date();
		utimesSync(file, now, now);
		return { ...header, files: contents };
	} catch {
		return null;
	}
}

/** Stores an index, whole or not at all; a folder that cannot be written is passed over. */
export function writePart(file: string, { files, ...header }: PartIndex): void {
	const listed = [...files].map(([path, content]) => [path, content.length] as const);
	const head = JSON.stringify({ ...header, files: listed } satisfies Header);
	const rest = Buffer.concat([Buffer.from(`${head}\n`), ...files.values()]);
	const aside = `${file}.${randomUUID()}.tmp`;
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(aside, Buffer.concat([Buffer.from(`${hash('sha256', rest)}\n`), rest]));
		renameSync(aside, file);
	} catch {
		removeIfAllowed(aside);
	}
}

/** Where nothing may be written, nothing may be removed either. */
function removeIfAllowed(file: string): void {
	try {
		rmSync(file, { force: true });
	} catch {
		// It is as good as not there: nothing reads it.
	}
}

/** Removes what has not been used for longest, so that a folder holds few states of an index of so many parts. */
export function removeOldParts(folder: string, parts: number): void {
	try {
		const files = readdirSync(folder)
			.map((name) => ({ path: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
			.sort((a, b) => b.used - a.used);
		for (const { path } of files.slice(parts * GENERATIONS)) rmSync(path, { force: true });
	} catch {
		// No cache, or one that another run is clearing.
	}
}
