import { FACETS, type FacetName, type PerFacet, perFacet } from './facets.ts';

/** The values chosen in one facet, as they stand in the URL; no value is in both lists. */
export interface Chosen {
	readonly include: readonly string[];
	readonly exclude: readonly string[];
}

export const SORTS = ['relevance', 'impact', 'title', 'pack'] as const;
export type Sort = (typeof SORTS)[number];

/** All that a reader can set in the browser of rules. */
export interface BrowserState {
	/** The text searched for; '' for none. */
	readonly query: string;
	/** Null for the order that fits: relevance for a search, impact otherwise. */
	readonly sort: Sort | null;
	readonly facets: PerFacet<Chosen>;
}

const NOTHING: Chosen = { include: [], exclude: [] };

export const EMPTY_STATE: BrowserState = { query: '', sort: null, facets: perFacet(() => NOTHING) };

/** Reads a query string such as `?q=pool&impact=high,critical&pack=-react`. What it does not know, it passes over. */
export function parseState(search: string): BrowserState {
	const params = new URLSearchParams(search);
	const sort = params.get('sort');
	return {
		query: (params.get('q') ?? '').trim(),
		sort: SORTS.find((one) => one === sort) ?? null,
		facets: perFacet((facet) => parseChosen(params.getAll(facet).join(','))),
	};
}

/** The query string of a state, `''` for the empty one. `parseState` reads it back to the same state. */
export function formatState(state: BrowserState): string {
	const parts: string[] = [];
	if (state.query !== '') {
		parts.push(`q=${readable(state.query)}`);
	}
	for (const facet of FACETS) {
		const { include, exclude } = state.facets[facet];
		const values = [...include.map(escapeValue), ...exclude.map((value) => `-${escapeValue(value)}`)];
		if (values.length > 0) {
			parts.push(`${facet}=${values.map(readable).join(',')}`);
		}
	}
	if (state.sort !== null) {
		parts.push(`sort=${state.sort}`);
	}
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The state with a value included, excluded or neither. */
export function choose(state: BrowserState, facet: FacetName, value: string, role: keyof Chosen | null): BrowserState {
	const old = state.facets[facet];
	const include = old.include.filter((one) => one !== value);
	const exclude = old.exclude.filter((one) => one !== value);
	const chosen: Chosen = {
		include: role === 'include' ? [...include, value] : include,
		exclude: role === 'exclude' ? [...exclude, value] : exclude,
	};
	return { ...state, facets: { ...state.facets, [facet]: chosen } };
}

/** Whether a value is included, excluded or neither. */
export function roleOf(state: BrowserState, facet: FacetName, value: string): keyof Chosen | null {
	const { include, exclude } = state.facets[facet];
	return include.includes(value) ? 'include' : exclude.includes(value) ? 'exclude' : null;
}

function parseChosen(list: string): Chosen {
	const include = new Set<string>();
	const exclude = new Set<string>();
	for (const item of list.split(',')) {
		const excluded = item.startsWith('-');
		const value = unescapeValue(excluded ? item.slice(1) : item);
		if (value !== '' && !include.has(value) && !exclude.has(value)) {
			(excluded ? exclude : include).add(value);
		}
	}
	return { include: [...include], exclude: [...exclude] };
}

/** A comma parts values and a hyphen in front excludes, so inside a value both are written as escapes. */
function escapeValue(value: string): string {
	return value.replace(/[%,]/g, encodeURIComponent).replace(/^-/, '%2D');
}

function unescapeValue(item: string): string {
	try {
		return decodeURIComponent(item);
	} catch {
		return item;
	}
}

/** Percent-encoding without what a query string may hold as it is: addresses are read by people too. */
function readable(text: string): string {
	return encodeURIComponent(text)
		.replace(/%20/g, '+')
		.replace(/%(3A|2F|40|24|2C)/g, decodeURIComponent);
}
