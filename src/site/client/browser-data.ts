import { searchRules } from './engine.ts';
import { siteBase } from './pagefind.ts';
import { RULE_FILE, type RuleFile, SUMMARIES_PER_FILE, summaryFile } from './rule-file.ts';
import { type RuleIndex, readRuleFile } from './rule-index.ts';

/** What a text search found, in the index's terms. */
export interface TextResult {
	/** Places in the catalog, best first. */
	readonly ranking: readonly number[];
	/** False when no rule holds all the words. */
	readonly exact: boolean;
	/** The text that was searched for instead, when what was typed holds typing errors. */
	readonly meant: string | null;
	/** Excerpts (HTML with `<mark>`, never to be set as HTML) of the rules from one place of the ranking to another. */
	readonly excerpts: (rules: readonly number[]) => Promise<ReadonlyMap<number, string>>;
}

/** Where the browser of rules gets its data; each file is fetched once, and again after a failure. */
export interface BrowserData {
	index(): Promise<RuleIndex>;
	search(text: string): Promise<TextResult>;
	/** The summary of a rule by its place in the default order. */
	summary(rank: number): Promise<string>;
}

/** `version` is that of the page: files are asked for under it. */
export function browserData(version: string): BrowserData {
	const get = remembering(async (path: string): Promise<unknown> => {
		const response = await fetch(`${siteBase()}${path.slice(1)}?v=${version}`);
		if (!response.ok) {
			throw new Error(`${response.status} ${path}`);
		}
		return response.json();
	});
	const index = remembering(async (_: '') => readRuleFile((await get(RULE_FILE)) as RuleFile));
	const places = remembering(async (_: '') => {
		const { ids } = (await get('/pagefind/order.json')) as { ids: string };
		return new Map(ids.split(' ').map((id, place) => [id, place]));
	});
	return {
		index: () => index(''),
		search: async (text) => {
			const [found, placeOf] = await Promise.all([searchRules(text, []), places('')]);
			const ranking = found.ids.flatMap((id) => placeOf.get(id) ?? []);
			return {
				ranking,
				exact: found.exact,
				meant: found.meant,
				excerpts: async (rules) => {
					const wanted = rules.map((rule) => ranking.indexOf(rule)).filter((place) => place >= 0);
					const hits = await found.load(wanted);
					return new Map(hits.map((hit, i): [number, string] => [ranking[wanted[i] ?? -1] ?? -1, hit.excerpt]));
				},
			};
		},
		summary: async (rank) => {
			const summaries = (await get(summaryFile(Math.floor(rank / SUMMARIES_PER_FILE)))) as readonly string[];
			return summaries[rank % SUMMARIES_PER_FILE] ?? '';
		},
	};
}

function remembering<K, T>(load: (key: K) => Promise<T>): (key: K) => Promise<T> {
	const known = new Map<K, Promise<T>>();
	return (key) => {
		const made =
			known.get(key) ??
			load(key).catch((error: unknown) => {
				known.delete(key);
				throw error;
			});
		known.set(key, made);
		return made;
	};
}
