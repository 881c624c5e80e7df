import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../domain/config.ts';
import type { PackFolder, SourceFile } from '../domain/source.ts';
import { type Entry, readEntries, writeEntries } from './entries.ts';
import { fingerprint } from './fingerprint.ts';
import type { PreparedRule } from './prepare-rule.ts';
import type { SiteMap } from './site-map.ts';

type PackPart = Pick<PackFolder, 'name' | 'absolute' | 'trusted'>;

/**
 * Results of earlier runs, one file for each pack. It never changes what a run yields, only how long it takes:
 * a file that is missing, torn or foreign counts as empty, and a folder that cannot be written is passed over.
 */
export interface RuleCache {
	/** Earlier results of these sources, in their order; undefined where there is none that still holds. */
	readonly read: (pack: PackPart, sources: readonly SourceFile[]) => Promise<(PreparedRule | undefined)[]>;
	readonly write: (pack: PackPart, sources: readonly SourceFile[], prepared: readonly PreparedRule[]) => Promise<void>;
}

export async function openCache(config: Config, map: SiteMap, render: boolean): Promise<RuleCache> {
	const folder = await resultsFolder(config);
	const address = (path: string): string | null => map.pages.get(path) ?? map.files.get(path) ?? null;
	const fileOf = (pack: PackPart): string => {
		const key = JSON.stringify([pack.absolute, pack.name, pack.trusted, render]);
		return join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.rules`);
	};
	const holds = (entry: Entry | undefined, source: SourceFile): entry is Entry =>
		entry?.digest === source.digest &&
		source.fault === null &&
		entry.targets.every(([path, found]) => address(path) === found);
	return {
		read: async (pack, sources) => {
			const entries = readEntries(fileOf(pack));
			return sources.map((source) => {
				const entry = entries.get(source.source);
				return holds(entry, source) ? renamed(entry.prepared, source) : undefined;
			});
		},
		write: async (pack, sources, prepared) => {
			const entries = new Map<string, Entry>();
			for (const [index, source] of sources.entries()) {
				const one = prepared[index];
				if (one === undefined) continue;
				const targets = one.asked.map((path) => [path, address(path)] as const);
				entries.set(source.source, { digest: source.digest, targets, prepared: one });
			}
			await writeEntries(fileOf(pack), entries);
		},
	};
}

/** Where results of this very program are kept: results of another version are removed. */
export async function resultsFolder(config: Config): Promise<string> {
	const code = (await fingerprint()).slice(0, 16);
	const folder = join(cacheFolder(config), 'rules', code);
	await removeOthers(join(folder, '..'), code);
	return folder;
}

/** What an earlier version of this program left is of no use to anyone. */
async function removeOthers(folder: string, kept: string): Promise<void> {
	try {
		const others = (await readdir(folder)).filter((name) => name !== kept);
		await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true, force: true })));
	} catch {
		// No cache yet, or none that may be written.
	}
}

/** `node_modules/.cache` of the project where there is one, as build tools do; else the user's own cache folder. */
export function cacheFolder(config: Config): string {
	const modules = join(config.root, 'node_modules');
	if (existsSync(modules)) return join(modules, '.cache', 'rulepress');
	const home = process.env['XDG_CACHE_HOME'] ?? process.env['LOCALAPPDATA'] ?? join(homedir(), '.cache');
	return join(home, 'rulepress', createHash('sha256').update(config.root).digest('hex').slice(0, 16));
}

/** Diagnostics name files from the working folder, which may be another one today. */
function renamed(prepared: PreparedRule, { file }: SourceFile): PreparedRule {
	if (prepared.rule?.file === file) return prepared;
	const rule = prepared.rule === null ? null : { ...prepared.rule, file };
	return { ...prepared, rule, diagnostics: prepared.diagnostics.map((one) => ({ ...one, file })) };
}
