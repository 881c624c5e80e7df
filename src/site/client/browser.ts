import { browserData, type TextResult } from './browser-data.ts';
import { FIRST_ROWS } from './browser-words.ts';
import { type FacetView, facetView } from './facet-view.ts';
import { FACETS, type FacetName } from './facets.ts';
import { headView } from './head-view.ts';
import { listView } from './list-view.ts';
import type { RuleIndex } from './rule-index.ts';
import { adoptTyped, placeOf, select } from './select.ts';
import { type BrowserState, choose, EMPTY_STATE, formatState, parseState, roleOf } from './state.ts';

/** What an entry of the history remembers beside its address. */
interface HistoryNote {
	readonly shown: number;
	readonly top: number;
}

/** Where the facets stand beside the list. */
const WIDE = window.matchMedia('(width >= 60rem)');

/** Makes the page of links into a browser of rules. The address holds its state; the index is loaded when it is first needed. */
function enhance(root: HTMLElement): void {
	const total = Number(root.dataset.total ?? 0);
	const list = root.querySelector<HTMLElement>('.rules');
	const more = root.querySelector<HTMLButtonElement>('.more');
	const note = root.querySelector<HTMLElement>('.browser-note');
	if (list === null || more === null || note === null) {
		return;
	}
	const data = browserData(root.dataset.version ?? '');
	let state = parseState(location.search);
	let turn = 0;

	const preload = (): void => {
		data.index().then(
			(index) => showFacets(index, state),
			() => {
				// The reader learns of it when the data is needed in earnest.
			},
		);
	};
	const go = (next: BrowserState): void => {
		state = next;
		noteDown();
		history.pushState(null, '', `${location.pathname}${formatState(state)}`);
		render();
	};
	const pick = (facet: FacetName, value: string, role: 'include' | 'exclude' | null): void =>
		go(withoutStraySections(choose(state, facet, value, role)));
	const head = headView(root, total, {
		choose: pick,
		dropQuery: () => go({ ...state, query: '' }),
		clear: () => go({ ...EMPTY_STATE, sort: state.sort }),
		sort: (sort) => go({ ...state, sort }),
	});
	const facets = [...root.querySelectorAll<HTMLElement>('[data-facet]')].map((one) => facetView(one, pick, preload));
	const rows = listView(list, more, total, data, () => render());
	const noteDown = (): void => {
		history.replaceState({ shown: rows.shown(), top: window.scrollY } satisfies HistoryNote, '');
	};

	const showFacets = (index: RuleIndex, of: BrowserState, found: TextResult | null = null): void => {
		const selection = select(index, of, found === null ? null : found.ranking);
		for (const view of facets) {
			showFacet(view, index, of, selection.counts[view.facet]);
		}
	};
	const render = async (before: HistoryNote = { shown: 0, top: 0 }): Promise<void> => {
		turn += 1;
		const mine = turn;
		const slow = window.setTimeout(() => {
			list.setAttribute('aria-busy', 'true');
			head?.say('Loading…');
		}, 200);
		try {
			const index = await data.index();
			state = adopt(index, state);
			syncField(state.query);
			const found = state.query === '' ? null : await data.search(state.query);
			if (mine !== turn) {
				return;
			}
			const selection = select(index, state, found === null ? null : found.ranking);
			head?.show(state, selection.sort, selection.rules.length, (facet, key) => labelOf(index, facet, key));
			for (const view of facets) {
				showFacet(view, index, state, selection.counts[view.facet]);
			}
			rows.show(index, selection.rules, before.shown, found);
			remark(note, state, found, selection.rules.length);
			if (before.top > 0) {
				window.scrollTo({ top: before.top, behavior: 'instant' });
			}
		} catch {
			if (mine === turn) {
				head?.say('The rules could not be loaded.');
				note.hidden = false;
				note.textContent = 'Check the connection and choose again; the lists of packs, tags and tiers still work.';
			}
		} finally {
			window.clearTimeout(slow);
			if (mine === turn) {
				list.removeAttribute('aria-busy');
			}
		}
	};

	window.addEventListener('popstate', () => {
		state = parseState(location.search);
		syncField(state.query);
		render(noteBefore());
	});
	window.addEventListener('pagehide', noteDown);
	root.querySelector('.facets')?.addEventListener('pointerenter', preload, { once: true });
	root.querySelector('.facets')?.addEventListener('focusin', preload, { once: true });
	preloadInSight(preload);
	takeSearches((typed) => go({ ...state, query: typed }));
	openFacetsWhenWide(root);
	syncField(state.query);
	if (formatState(state) !== '' || noteBefore().shown > FIRST_ROWS) {
		render(noteBefore());
	} else {
		head?.show(state, 'impact', total, (_, key) => key);
	}
}

/** A typed filter becomes a choice, and the address says so. */
function adopt(index: RuleIndex, state: BrowserState): BrowserState {
	const adopted = adoptTyped(index, state);
	if (adopted.query !== state.query) {
		history.replaceState(history.state, '', `${location.pathname}${formatState(adopted)}`);
	}
	return adopted;
}

/** Sections are those of the one chosen pack; with another pack, or several, a choice among them would be out of sight. */
function withoutStraySections(state: BrowserState): BrowserState {
	const [pack, ...others] = state.facets.pack.include;
	const stays = (key: string): boolean => others.length === 0 && pack !== undefined && key.startsWith(`${pack}/`);
	const { include, exclude } = state.facets.section;
	return {
		...state,
		facets: { ...state.facets, section: { include: include.filter(stays), exclude: exclude.filter(stays) } },
	};
}

function showFacet(view: FacetView, index: RuleIndex, state: BrowserState, counts: Uint32Array): void {
	const values = index.values[view.facet].map((value, place) => ({
		...value,
		count: counts[place] ?? 0,
		role: roleOf(state, view.facet, value.key),
	}));
	if (view.facet === 'section') {
		const [pack, ...others] = state.facets.pack.include;
		view.show(others.length > 0 ? [] : values.filter(({ key }) => key.startsWith(`${pack ?? ''}/`)));
	} else if (view.facet === 'impact') {
		view.show(values.filter(({ key, role }) => key !== 'none' || role !== null || hasNoTier(index)));
	} else {
		view.show(values);
	}
}

function hasNoTier(index: RuleIndex): boolean {
	const none = placeOf(index.values.impact, 'none');
	return none !== undefined && index.columns.impact.items.includes(none);
}

function labelOf(index: RuleIndex, facet: FacetName, key: string): string {
	const place = placeOf(index.values[facet], key);
	return place === undefined ? key : (index.values[facet][place]?.label ?? key);
}

/** Says what a bare number would leave open. */
function remark(note: HTMLElement, state: BrowserState, found: TextResult | null, shown: number): void {
	if (shown === 0) {
		note.textContent = FACETS.some(
			(facet) =>
				formatState({ ...EMPTY_STATE, facets: { ...EMPTY_STATE.facets, [facet]: state.facets[facet] } }) !== '',
		)
			? 'No rule passes all of these filters. Remove one of them above.'
			: `No rule has “${state.query}”. Try fewer words, or a piece of the identifier.`;
	} else if (found !== null && found.meant !== null) {
		note.textContent = `No rule has “${state.query}”. These have “${found.meant}”.`;
	} else if (found !== null && !found.exact) {
		note.textContent = `No rule has all of “${state.query}”. These are near.`;
	}
	note.hidden = shown > 0 && (found === null || (found.exact && found.meant === null));
}

function noteBefore(): HistoryNote {
	const { shown = 0, top = 0 } = (history.state ?? {}) as Partial<HistoryNote>;
	return { shown, top };
}

/** The search field of the page's header, which is no part of the browser. */
function searchField(): HTMLInputElement | null {
	return document.querySelector('.site-header .search input');
}

function syncField(query: string): void {
	const field = searchField();
	if (field !== null && document.activeElement !== field) {
		field.value = query;
	}
}

/** Searches of the header's field stay on this page, and keep the chosen filters. */
function takeSearches(search: (typed: string) => void): void {
	const field = searchField();
	const take = (event: Event): void => {
		if (field !== null) {
			event.preventDefault();
			search(field.value.trim());
			field.blur();
		}
	};
	field?.form?.addEventListener('submit', take);
	document.addEventListener('click', (event) => {
		const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
		if (plain && event.target instanceof Element && event.target.closest('[data-search-all]') !== null) {
			take(event);
		}
	});
}

/** On a wide screen the facets are in sight: once the page is at rest, what the first choice needs is fetched, unless the reader saves data. */
function preloadInSight(preload: () => void): void {
	const { connection }: { readonly connection?: { readonly saveData?: boolean } } = navigator as object;
	const savesData = connection?.saveData === true || window.matchMedia('(prefers-reduced-data: reduce)').matches;
	if (savesData || !WIDE.matches) return;
	// Safari knows no idle moments.
	const whenIdle = window.requestIdleCallback ?? ((then: () => void) => window.setTimeout(then, 200));
	const whenLoaded = (): unknown => whenIdle(preload);
	if (document.readyState === 'complete') whenLoaded();
	else window.addEventListener('load', whenLoaded, { once: true });
}

/** On a wide screen the facets stand beside the list; browsers that cannot show closed details need them open for that. */
function openFacetsWhenWide(root: HTMLElement): void {
	const details = root.querySelector('details');
	const follow = (): void => {
		if (details !== null) {
			details.open = WIDE.matches;
		}
	};
	WIDE.addEventListener('change', follow);
	follow();
}

for (const root of document.querySelectorAll<HTMLElement>('[data-browser]')) {
	enhance(root);
}
