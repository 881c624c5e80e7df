import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { PartContent } from './parts.ts';
import { type SearchRecord, searchRecord } from './record.ts';
import { countWords, type WordCounts } from './word-list.ts';

/** What the engine says of an index in `pagefind-entry.json`. */
export interface EngineEntry {
	readonly version: string;
	readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm: string | null }>>;
	readonly include_characters: readonly string[];
}

/** The index of a part of the rules. */
export interface PartIndex {
	readonly entry: EngineEntry;
	/** The engine's ids of the rules, in their order. */
	readonly ids: readonly string[];
	readonly words: WordCounts;
	/** By their paths in the folder of the index. */
	readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Signs that are part of a word: `n+1`, `C#`, `$scope`, `@decorator` and `pool_cleanup` are words of their own. */
const WORD_SIGNS = '_@+#$';
/** Records handed over at once. */
const BATCH = 50;
/** So many are handed over before the first answer is awaited: enough to keep the engine busy, few enough to hold in memory. */
const BATCHES = 4;
/** Rules in one file: a quarter of the files to write and to publish, for three kilobytes more a result. */
const RULES_IN_FILE = 4;
/** Interfaces that the engine hands over beside its index and that this site does not use; the entry is written for all parts. */
const UNUSED = /^(pagefind-(ui|modular-ui|component-ui|highlight)\.|wasm\.unknown\.|pagefind-entry\.json$)/;
/** The engine itself, which all parts share. */
const ENGINE = /^(pagefind(-worker)?\.js|wasm\.[^/]*)$/;
/** The engine puts this in front of every file it packs. */
const SIGNATURE = 'pagefind_dcd';
/** Read by the engine when it starts. */
const CHUNK_SIZE = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';

/**
 * Indexes the rules of a part in a process of their own, which ends with it and gives its memory back. The same part gives
 * the same bytes. Throws when the engine cannot be started or refuses a record.
 */
export async function indexPart({ language, chunk, rules }: PartContent): Promise<PartIndex> {
	process.env[CHUNK_SIZE] = String(chunk);
	try {
		const { index, errors } = await pagefind.createIndex({
			forceLanguage: language,
			includeCharacters: WORD_SIGNS,
			maxFragments: Math.max(1, Math.ceil(rules.length / RULES_IN_FILE)),
		});
		if (index === undefined) throw new Error(`The search engine did not start: ${errors.join('; ')}`);
		const add = async (records: readonly SearchRecord[]): Promise<void> => {
			const answers = await Promise.all(records.map((record) => index.addCustomRecord({ ...record, language })));
			refuseErrors(answers.flatMap((answer) => answer.errors));
		};
		const waiting: Promise<void>[] = [];
		for (let start = 0; start < rules.length; start += BATCH) {
			const records = rules.slice(start, start + BATCH).map(searchRecord);
			if (waiting.length === BATCHES) await waiting.shift();
			const added = add(records);
			// The first failure is the one that counts; those that follow from it are looked at by nobody.
			added.catch(() => undefined);
			waiting.push(added);
		}
		for (const added of waiting) await added;
		const answer = index.getFiles();
		const words = countWords(rules);
		const { files, errors: writing } = await answer;
		refuseErrors(writing);
		const entry = files.find(({ path }) => path === 'pagefind-entry.json');
		if (entry === undefined) throw new Error('The search engine made no index');
		const kept = files.filter(({ path }) => !UNUSED.test(path) && (language === 'en' || !ENGINE.test(path)));
		const byPath = new Map(
			kept.map(({ path, content }) => [path, content] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
		);
		const idOfUrl = new Map([...byPath].flatMap(([path, content]) => idsIn(path, content)));
		return {
			entry: JSON.parse(new TextDecoder().decode(entry.content)) as EngineEntry,
			ids: rules.map(({ path }) => idOfUrl.get(path) ?? ''),
			words,
			files: byPath,
		};
	} finally {
		await pagefind.close();
		delete process.env[CHUNK_SIZE];
	}
}

function refuseErrors(errors: readonly string[]): void {
	if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
}

/** The addresses of the rules in a file of the index, with the engine's ids of them; none when it holds no rules. */
function idsIn(path: string, content: Uint8Array): (readonly [url: string, id: string])[] {
	const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
	if (name === undefined) return [];
	const held: unknown = JSON.parse(gunzipSync(content).toString('utf8').slice(SIGNATURE.length));
	const rules = name.includes('_group_')
		? (held as Record<string, { url: string }>)
		: { [name]: held as { url: string } };
	return Object.entries(rules).map(([id, { url }]) => [url, id]);
}
