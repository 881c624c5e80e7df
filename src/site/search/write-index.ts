import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Config } from '../../domain/config.ts';
import type { Catalog, Pack, Rule } from '../../domain/rule.ts';
import { WORD_FILE } from '../client/rule-file.ts';
import { type SearchRecord, searchRecord } from './record.ts';
import { wordList } from './word-list.ts';

export interface IndexRequest {
	readonly catalog: Catalog;
	readonly config: Config;
	/** An existing folder that stands for the root of the site. */
	readonly out: string;
}

/** Signs that are part of a word: `n+1`, `C#`, `$scope`, `@decorator` and `pool_cleanup` are words of their own. */
const WORD_SIGNS = '_@+#$';
/** Records handed over before the first answer is awaited: enough to keep the engine busy, few enough to hold in memory. */
const BATCH = 200;
/** Interfaces that the engine writes beside its index and that this site does not use. */
const UNUSED = /^(pagefind-(ui|modular-ui|component-ui|highlight)\.|wasm\.unknown\.)/;
/** The engine puts this in front of every file it packs. */
const SIGNATURE = 'pagefind_dcd';

/**
 * Writes the full-text index of all rules to `<out>/pagefind/`, with the filters impact, tag, pack and language; beside it
 * `order.json`, the engine's id of every rule in the order of the catalog, and `words.json`, what typing errors are corrected to.
 * Throws when the engine cannot be started or refuses a record.
 */
export async function writeSearchIndex({ catalog, out }: IndexRequest): Promise<void> {
	const folder = join(out, 'pagefind');
	const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en', includeCharacters: WORD_SIGNS });
	if (index === undefined) {
		throw new Error(`The search engine did not start: ${errors.join('; ')}`);
	}
	try {
		const records = searchRecords(catalog);
		for (let start = 0; start < records.length; start += BATCH) {
			const answers = await Promise.all(
				records.slice(start, start + BATCH).map((record) => index.addCustomRecord({ ...record })),
			);
			refuseErrors(answers.flatMap((answer) => answer.errors));
		}
		refuseErrors((await index.writeFiles({ outputPath: folder })).errors);
	} finally {
		await pagefind.close();
	}
	await removeUnused(folder);
	await writeOrder(folder, catalog.rules);
	await writeFile(join(out, WORD_FILE), JSON.stringify({ words: wordList(catalog.rules).join(' ') }));
}

function searchRecords(catalog: Catalog): SearchRecord[] {
	const packs = new Map<string, Pack>(catalog.packs.map((pack) => [pack.name, pack]));
	const tagNames = new Map<string, string[]>();
	for (const tag of catalog.tags) {
		for (const id of tag.rules) {
			tagNames.set(id, [...(tagNames.get(id) ?? []), tag.name]);
		}
	}
	return catalog.rules.flatMap((rule) => {
		const pack = packs.get(rule.pack);
		return pack === undefined ? [] : [searchRecord(rule, pack, tagNames.get(rule.id) ?? [])];
	});
}

function refuseErrors(errors: readonly string[]): void {
	if (errors.length > 0) {
		throw new Error(`The search index could not be made: ${errors.join('; ')}`);
	}
}

async function removeUnused(folder: string): Promise<void> {
	const names = await readdir(folder);
	await Promise.all(names.filter((name) => UNUSED.test(name)).map((name) => rm(join(folder, name))));
}

/** Result lists name rules by the engine's own ids; the browser of rules needs their places in the catalog. */
async function writeOrder(folder: string, rules: readonly Rule[]): Promise<void> {
	const fragments = await readdir(join(folder, 'fragment')).catch((): string[] => []);
	const idOfUrl = new Map<string, string>();
	for (const name of fragments) {
		const packed = await readFile(join(folder, 'fragment', name));
		const text = gunzipSync(packed).toString('utf8').slice(SIGNATURE.length);
		const { url } = JSON.parse(text) as { url: string };
		idOfUrl.set(url, name.replace(/\.pf_fragment$/, ''));
	}
	const ids = rules.map((rule) => idOfUrl.get(rule.path) ?? '');
	await writeFile(join(folder, 'order.json'), JSON.stringify({ ids: ids.join(' ') }));
}
