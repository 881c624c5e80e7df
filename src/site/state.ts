import type { Config } from '../domain/config.ts';
import type { Catalog } from '../domain/rule.ts';

/** What the pages are made from. */
export interface SiteState {
	readonly catalog: Catalog;
	readonly config: Config;
	/** True in the dev server, whose pages hold inline scripts and styles that reload them. */
	readonly live: boolean;
	/** Which rules go into Astro's collection: all, or only those whose bodies Astro compiles, where pages are rendered from here. */
	readonly collected: 'all' | 'compiled';
}

/** What of the catalog a page may read one by one, so that only pages that read what has changed are rendered anew. */
export type Reading = `rule ${string}` | `pack ${string}` | `tag ${string}` | 'catalog';

/** The state as templates see it while it is watched what they read of it. */
export interface WatchedState extends SiteState {
	/** The same state, for code that reports itself what is read. */
	readonly unwatched: SiteState;
	readonly read: (reading: Reading) => void;
}

/** Reports every use of the catalog as a whole to `read`; the parts of it report themselves, in `lookup.ts`. */
export function watched(state: SiteState, read: (reading: Reading) => void): WatchedState {
	return {
		...state,
		get catalog() {
			read('catalog');
			return state.catalog;
		},
		unwatched: state,
		read,
	};
}

function isWatched(state: SiteState): state is WatchedState {
	return 'unwatched' in state;
}

/** Says what the template that runs is reading, and hands over the state without saying more. */
export function reading(...readings: readonly Reading[]): SiteState {
	const state = siteState();
	if (!isWatched(state)) return state;
	for (const one of readings) state.read(one);
	return state.unwatched;
}

/**
 * Node loads the integration, Vite loads the loader and the pages: each has a module graph of its own, so a variable of
 * this module would exist twice. A registered symbol on `globalThis` is the one place that both see. Handing the catalog
 * over in memory, instead of through Astro's data store, keeps megabytes of HTML out of the bundle.
 */
const KEY = Symbol.for('rulepress.site');

type Bridge = typeof globalThis & { [KEY]?: SiteState };

/** Makes a catalog the one that pages are built from. */
export function setSiteState(state: SiteState): void {
	(globalThis as Bridge)[KEY] = state;
}

/** The catalog handed over before Astro started, or null when Astro was started by itself. */
export function handedSiteState(): SiteState | null {
	return (globalThis as Bridge)[KEY] ?? null;
}

/** The catalog and config of this run. Throws when no integration has set them. */
export function siteState(): SiteState {
	const state = handedSiteState();
	if (state === null)
		throw new Error('No catalog has been handed to the site: is the rulepress() integration missing?');
	return state;
}
