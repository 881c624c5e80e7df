import type { Config } from '../domain/config.ts';
import type { Catalog } from '../domain/rule.ts';

/** What the pages are made from. */
export interface SiteState {
	readonly catalog: Catalog;
	readonly config: Config;
	/** True in the dev server, whose pages hold inline scripts and styles that reload them. */
	readonly live: boolean;
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
