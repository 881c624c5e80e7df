import { tagKey } from '../../domain/tags.ts';
import { FACETS, type FacetName, type PerFacet, perFacet } from './facets.ts';
import { type Choice, filterRules } from './filter.ts';
import { parseTyped } from './query.ts';
import type { FacetValue, RuleIndex } from './rule-index.ts';
import { type BrowserState, choose, type Sort } from './state.ts';

/** What is to be seen under a state. */
export interface Selection {
	/** All rules that pass, in order. */
	readonly rules: readonly number[];
	/** Per facet and value, under all other facets. */
	readonly counts: PerFacet<Uint32Array>;
	readonly sort: Sort;
}

/** Rules that a text search found, best first; null when there is no text. */
export type Ranking = readonly number[] | null;

/** Filters, counts and sorts. Values that the index does not know let nothing pass when they are included. */
export function select(index: RuleIndex, state: BrowserState, ranking: Ranking): Selection {
	const columns = FACETS.map((facet) => index.columns[facet]);
	const choices = FACETS.map((facet) => choiceOf(index, state, facet));
	const within = ranking === null ? null : new Uint8Array(index.count);
	for (const rule of ranking ?? []) {
		within?.fill(1, rule, rule + 1);
	}
	const filtered = filterRules(index.count, columns, choices, within);
	const sort = sortOf(state, ranking);
	const rules = [...ordered(index, sort, ranking)].filter((rule) => filtered.passes[rule] === 1);
	return { rules, counts: perFacet((facet) => filtered.counts[FACETS.indexOf(facet)] ?? new Uint32Array()), sort };
}

/** The order that holds: relevance needs a search, and is then what an unset order means. */
export function sortOf(state: BrowserState, ranking: Ranking): Sort {
	const fitting = ranking === null ? 'impact' : 'relevance';
	return state.sort === null || (state.sort === 'relevance' && ranking === null) ? fitting : state.sort;
}

/**
 * Turns filters typed into the search field (`impact:high`) into choices, spelled as in the index.
 * What names no value stays text.
 */
export function adoptTyped(index: RuleIndex, state: BrowserState): BrowserState {
	const { text, filters } = parseTyped(state.query);
	let adopted: BrowserState = { ...state, query: text };
	const left: string[] = [];
	for (const { facet, value, exclude } of filters) {
		const known = findValue(index.values[facet], value);
		if (known === undefined) {
			left.push(value);
		} else {
			adopted = choose(adopted, facet, known.key, exclude ? 'exclude' : 'include');
		}
	}
	return { ...adopted, query: [text, ...left].filter((part) => part !== '').join(' ') };
}

function findValue(values: readonly FacetValue[], written: string): FacetValue | undefined {
	const key = tagKey(written);
	return values.find((one) => tagKey(one.key) === key || tagKey(one.label) === key);
}

const placesOf = new WeakMap<readonly FacetValue[], Map<string, number>>();

/** The place of a value by its key; undefined when the index has no such value. */
export function placeOf(values: readonly FacetValue[], key: string): number | undefined {
	let places = placesOf.get(values);
	if (places === undefined) {
		places = new Map(values.map((value, place) => [value.key, place]));
		placesOf.set(values, places);
	}
	return places.get(key);
}

function choiceOf(index: RuleIndex, state: BrowserState, facet: FacetName): Choice {
	const values = index.values[facet];
	const { include, exclude } = state.facets[facet];
	const known = (keys: readonly string[]): number[] => keys.flatMap((key) => placeOf(values, key) ?? []);
	const included = known(include);
	// A choice that no rule can meet must not turn into no choice at all.
	const unmet = include.length > 0 && included.length === 0;
	return { include: new Set(unmet ? [values.length] : included), exclude: new Set(known(exclude)) };
}

/** What no longer holds is offered last, but for the one rule that was asked for by its name. */
function liveFirst({ deprecated }: RuleIndex, [first, ...others]: readonly number[]): readonly number[] {
	if (first === undefined) return [];
	const isLive = (rule: number): boolean => !deprecated.has(rule);
	return [first, ...others.filter(isLive), ...others.filter((rule) => !isLive(rule))];
}

const titleOrders = new WeakMap<RuleIndex, readonly number[]>();

function ordered(index: RuleIndex, sort: Sort, ranking: Ranking): Iterable<number> {
	switch (sort) {
		case 'relevance':
			return ranking === null ? index.order : liveFirst(index, ranking);
		case 'impact':
			return index.order;
		case 'pack':
			return Array(index.count).keys();
		case 'title':
			return titleOrder(index);
	}
}

function titleOrder(index: RuleIndex): readonly number[] {
	const known = titleOrders.get(index);
	if (known !== undefined) {
		return known;
	}
	const { compare } = new Intl.Collator('en', { numeric: true });
	const plain = Array.from({ length: index.count }, (_, rule) => index.titleOf(rule).replaceAll('`', ''));
	const order = [...plain.keys()].sort((a, b) => compare(plain[a] ?? '', plain[b] ?? '') || a - b);
	titleOrders.set(index, order);
	return order;
}
