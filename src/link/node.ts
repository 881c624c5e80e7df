/** What `rulepress/link/node` offers besides `rulepress/link`: catalogs from a disk or the network, and whole reports. */
import type { LinkCatalog } from './catalog.ts';
import { loadCatalog as load } from './load-catalog.ts';
import { linkCatalog } from './published.ts';

export type { CodeLink, LinkCatalog, PublishedRule } from './catalog.ts';
export { type LinkedText, type LinkTextOptions, linkText } from './link-text.ts';
export { CatalogError } from './published.ts';
export { ReportError } from './types.ts';

/**
 * The catalog of a site: from its `rules.json`, from the folder it was built into, or from the address of either.
 * Throws `CatalogError` when there is none, or when its addresses are not whole.
 */
export async function loadCatalog(source: string): Promise<LinkCatalog> {
	return linkCatalog((await load(source)).file);
}
