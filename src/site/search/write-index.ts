import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Config } from '../../domain/config.ts';
import type { Catalog } from '../../domain/rule.ts';
import { cacheFolder } from '../../prepare/cache.ts';
import { WORD_FILE } from '../client/rule-file.ts';
import type { PublishedSite } from '../output/records.ts';
import type { NextFile } from '../output/renew.ts';
import type { EngineEntry } from './index-part.ts';
import { removeOldParts, type StoredPart } from './part-store.ts';
import { type IndexPart, indexParts } from './parts.ts';
import { type IsThere, putParts } from './put-parts.ts';
import { wordList } from './word-list.ts';

/** Where the engine finds its files, in the site. */
const FOLDER = 'pagefind';

export interface IndexRequest {
	readonly catalog: Catalog;
	readonly config: Config;
	/** An existing folder that stands for the root of the site. */
	readonly out: string;
	/** The site as it is published, once that is known; never rejects. */
	readonly published?: Promise<PublishedSite | null>;
	/** Called when the engine works, if it has to: what else there is to do is then done at the same time. */
	readonly begun?: () => void;
}

/**
 * Writes the full-text index of all rules to `<out>/pagefind/`, with the filters impact, tag, pack, language and state; beside
 * it `order.json`, the engine's id of every rule in the order of the catalog, and `words.json`, what typing errors are corrected
 * to. Only parts whose rules have changed are indexed; that changes how long it takes, and nothing else. What an earlier index
 * has left in the folder is removed.
 * Resolves to the files of the index that `published` has already, the same: those are not written.
 * Throws when the engine cannot be started or refuses a record.
 */
export async function writeSearchIndex(request: IndexRequest): Promise<ReadonlyMap<string, NextFile>> {
	const { catalog, config, out, published = Promise.resolve(null), begun } = request;
	const folder = join(out, FOLDER);
	const store = join(cacheFolder(config), 'search');
	const parts = await indexParts(catalog);
	await mkdir(folder, { recursive: true });
	const linked = new Map<string, NextFile>();
	const isThere = published.then((site): IsThere => {
		if (site === null) return () => false;
		return ({ path, hash }) => {
			const file = `${FOLDER}/${path}`;
			const known = Object.hasOwn(site.tree.files, file) && site.tree.files[file]?.hash === hash;
			if (known) linked.set(file, { hash, from: join(site.out, file), mode: 'link' });
			return known;
		};
	});
	const done = await putParts({ parts, store, out: folder, isThere, begun });
	removeOldParts(store, parts.length);
	await writeWhole(join(folder, 'pagefind-entry.json'), entryOf(parts, done));
	await writeWhole(join(folder, 'order.json'), { ids: idsOf(catalog, parts, done).join(' ') });
	await writeWhole(join(out, WORD_FILE), { words: wordList(done.map(({ words }) => words)).join(' ') });
	const put = done.flatMap(({ files }) => files.map(({ path }) => path));
	await removeOthers(folder, new Set(['pagefind-entry.json', 'order.json', 'words.json', ...put]));
	return linked;
}

/** To the engine, parts are languages of one index, which share the program of the first. */
function entryOf(parts: readonly IndexPart[], done: readonly StoredPart[]): EngineEntry {
	const [first] = done;
	if (first === undefined) throw new Error('The search engine made no index');
	const languages = parts.flatMap(({ language }, number) => {
		const own = done[number]?.entry.languages[language];
		return own === undefined ? [] : [[language, { ...own, wasm: 'en' }] as const];
	});
	return { ...first.entry, languages: Object.fromEntries(languages) };
}

/** Result lists name rules by the engine's own ids; the browser of rules needs their places in the catalog. */
function idsOf({ rules }: Catalog, parts: readonly IndexPart[], done: readonly StoredPart[]): readonly string[] {
	const idOf = new Map<string, string>();
	for (const [number, part] of parts.entries()) {
		for (const [place, id] of part.ids.entries()) idOf.set(id, done[number]?.ids[place] ?? '');
	}
	return rules.map(({ id }) => idOf.get(id) ?? '');
}

/** Whoever reads the folder at this moment sees the file before or the file after. */
async function writeWhole(file: string, content: unknown): Promise<void> {
	const aside = `${file}.${randomUUID()}`;
	await writeFile(aside, JSON.stringify(content));
	await rename(aside, file);
}

async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const entry of entries) {
		const path = join(entry.parentPath, entry.name);
		if (entry.isFile() && !kept.has(path.slice(folder.length + 1).replaceAll(sep, '/')))
			await rm(path, { force: true });
	}
}
