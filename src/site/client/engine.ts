import { tagKey } from '../../domain/tags.ts';
import { excerptFor } from './excerpt.ts';
import { type EngineFilter, type EngineResult, type Fragment, knownWords, loadPagefind } from './pagefind.ts';
import { fold, holdsEvery, searchWords, type TypedFilter } from './query.ts';
import { candidates, nameScore } from './ranking.ts';
import { findWords, searchedText, type WordHits } from './word-search.ts';

/** A rule that a search found, with all that a list shows of it. */
export interface Hit {
	readonly id: string;
	readonly stem: string;
	readonly url: string;
	readonly title: string;
	/** `Pack › Section`. */
	readonly place: string;
	/** Lower-case tier, or `none`. */
	readonly impact: string;
	/** HTML with `<mark>`; never to be set as HTML. */
	readonly excerpt: string;
}

export interface Found {
	/** False when nothing holds all the words: the hits are only near. */
	readonly exact: boolean;
	/** The text that was searched for instead, when what was typed holds typing errors. */
	readonly meant: string | null;
	/** The engine's ids of all rules found, best first. */
	readonly ids: readonly string[];
	/** The first few; a rule of the very id, stem or title that was typed is the first of all. */
	readonly hits: readonly Hit[];
	/** Loads hits by their places in `ids`. */
	readonly load: (places: readonly number[]) => Promise<readonly Hit[]>;
}

const NOTHING: Found = { exact: false, meant: null, ids: [], hits: [], load: async () => [] };
/** So many of the best rules are looked at by name before the first few are shown. */
const JUDGED = 12;
const SHOWN = 8;
/** What no longer holds stands behind all that does, but for what is asked for by its very name. */
const NO_LONGER_HOLDS = 1e-4;

let memory = { filter: '', words: new Map<string, Promise<WordHits | null>>() };

/** The words looked up since the filters last changed. */
function lookedUp(filters: EngineFilter): typeof memory.words {
	const filter = JSON.stringify(filters);
	if (filter !== memory.filter) {
		memory = { filter, words: new Map() };
	}
	return memory.words;
}

/**
 * Searches all rules for a text under filters. Rejects when the engine cannot be loaded.
 * A text with no word in it and a filter value that no rule has find nothing.
 */
export async function searchRules(text: string, filters: readonly TypedFilter[]): Promise<Found> {
	const words = searchWords(text);
	const pagefind = await loadPagefind();
	const filter = filters.length === 0 ? {} : await engineFilter(filters, await pagefind.filters());
	if (filter === null || (words.length === 0 && filters.length === 0)) {
		return NOTHING;
	}
	if (words.length === 0) {
		const { results } = await pagefind.search(null, { filters: filter });
		return { ...(await found(results, [])), exact: results.length > 0 };
	}
	const lists = await findWords({ pagefind, filters: filter, known: knownWords, before: lookedUp(filter) }, words);
	const meant = meantText(text, lists);
	const best = candidates(lists);
	const judged = await Promise.all(
		best.slice(0, JUDGED).map(async ({ result, score }) => {
			const { meta, filters: values } = await result.data();
			const names = nameScore(meta, lists, meant ?? text);
			return { result, score: score * names * (values.state === undefined ? 1 : NO_LONGER_HOLDS) };
		}),
	);
	const order = judged.sort((a, b) => b.score - a.score).map(({ result }) => result);
	const results = [...order, ...best.slice(JUDGED).map(({ result }) => result)];
	return { ...(await found(results, meant === null ? words : searchWords(meant))), meant };
}

/** `searched` are the words that a rule must hold to be an exact hit. */
async function found(results: readonly EngineResult[], searched: readonly string[]): Promise<Found> {
	const fragments = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
	return {
		exact: fragments.some((one) => holdsEvery(searched, searchedText(one))),
		meant: null,
		ids: results.map((result) => result.id),
		hits: fragments.map((one) => hit(one, searched)),
		load: async (places) => {
			const wanted = places.flatMap((place) => results[place] ?? []);
			return (await Promise.all(wanted.map((result) => result.data()))).map((one) => hit(one, searched));
		},
	};
}

/** The text with its typing errors corrected; null when it has none. */
function meantText(text: string, lists: readonly WordHits[]): string | null {
	const slips = lists.filter(({ typed }) => typed !== null);
	const right = slips.reduce((all, { typed, word }) => fold(all).replace(typed ?? word, word), text);
	return slips.length === 0 ? null : right;
}

function hit(fragment: Fragment, searched: readonly string[]): Hit {
	const { url, meta, filters } = fragment;
	return {
		id: meta.id ?? '',
		stem: meta.stem ?? '',
		url,
		title: meta.title ?? '',
		place: meta.place ?? '',
		impact: (filters.impact?.[0] ?? 'NONE').toLowerCase(),
		excerpt: excerptFor(searched, fragment),
	};
}

/** The typed filters in the engine's terms, spelled as in the index; null when no rule has one of the wanted values. */
async function engineFilter(
	filters: readonly TypedFilter[],
	known: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Promise<EngineFilter | null> {
	const wanted = new Map<string, string[]>();
	const unwanted: EngineFilter[] = [];
	for (const { facet, value, exclude } of filters) {
		const spelled = Object.keys(known[facet] ?? {}).find((one) => tagKey(one) === tagKey(value));
		if (spelled !== undefined && exclude) {
			unwanted.push({ not: { [facet]: spelled } });
		} else if (spelled !== undefined) {
			wanted.set(facet, [...(wanted.get(facet) ?? []), spelled]);
		} else if (!exclude) {
			return null;
		}
	}
	return { all: [...[...wanted].map(([facet, values]) => ({ [facet]: { any: values } })), ...unwanted] };
}
