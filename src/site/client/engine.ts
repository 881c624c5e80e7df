import { tagKey } from '../../domain/tags.ts';
import { type EngineFilter, type EngineResult, type Fragment, loadPagefind } from './pagefind.ts';
import { engineQuery, holdsBeginnings, holdsEvery, looseQuery, type TypedFilter } from './query.ts';

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
	/** The engine's ids of all rules found, best first. */
	readonly ids: readonly string[];
	/** The first few, those that hold every word before the others, exact ids and titles first of all. */
	readonly hits: readonly Hit[];
	/** Loads hits by their places in `ids`. */
	readonly load: (places: readonly number[]) => Promise<readonly Hit[]>;
}

const NOTHING: Found = { exact: false, ids: [], hits: [], load: async () => [] };
/** So many hits are looked at before the words count as found. */
const CHECKED = 8;

/**
 * Searches all rules for a text under filters. Rejects when the engine cannot be loaded.
 * A text with no word in it and a filter value that no rule has find nothing.
 */
export async function searchRules(text: string, filters: readonly TypedFilter[]): Promise<Found> {
	const query = engineQuery(text);
	const pagefind = await loadPagefind();
	const filter = filters.length === 0 ? {} : await engineFilter(filters, await pagefind.filters());
	if (filter === null || (query === '' && filters.length === 0)) {
		return NOTHING;
	}
	const run = async (words: string): Promise<Found> => {
		const { results } = await pagefind.search(words === '' ? null : words, { filters: filter });
		return found(results, text);
	};
	const strict = await run(query);
	const loose = looseQuery(text);
	if (strict.exact || loose === query || loose === '') {
		return strict;
	}
	const second = await run(loose);
	return second.ids.length > 0 ? second : strict;
}

async function found(results: readonly EngineResult[], text: string): Promise<Found> {
	const fragments = await Promise.all(results.slice(0, CHECKED).map((result) => result.data()));
	const holding = fragments.filter((fragment) => holdsEvery(text, searched(fragment)));
	const shown = holding.length > 0 ? holding : fragments.filter((one) => holdsBeginnings(text, searched(one)));
	if (shown.length === 0) {
		return NOTHING;
	}
	return {
		exact: holding.length > 0,
		ids: results.map((result) => result.id),
		hits: exactFirst(shown.map(hit), text),
		load: async (places) => {
			const wanted = places.flatMap((place) => results[place] ?? []);
			return (await Promise.all(wanted.map((result) => result.data()))).map(hit);
		},
	};
}

function searched({ meta, content, filters }: Fragment): string {
	return [...Object.values(meta), ...(filters.tag ?? []), content].join('\n');
}

function hit({ url, excerpt, meta, filters }: Fragment): Hit {
	return {
		id: meta.id ?? '',
		stem: meta.stem ?? '',
		url,
		title: meta.title ?? '',
		place: meta.place ?? '',
		impact: (filters.impact?.[0] ?? 'NONE').toLowerCase(),
		excerpt,
	};
}

/** A rule of that id, stem or title stands first, then titles that hold the words as they were typed. */
function exactFirst(hits: readonly Hit[], text: string): readonly Hit[] {
	const wanted = text.trim().toLowerCase();
	const rank = ({ id, stem, title }: Hit): number => {
		const names = [id, stem, title].map((name) => name.toLowerCase().replaceAll('`', ''));
		const exact = names.indexOf(wanted);
		return exact >= 0 ? exact : names[2]?.includes(wanted) ? 3 : 4;
	};
	return wanted === '' ? hits : hits.toSorted((a, b) => rank(a) - rank(b));
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
