import type { LinkCatalog } from '../catalog.ts';
import { linkCatalog, parseCatalog } from '../published.ts';

/**
 * The catalog that a `rules.json` holds: its text, or what `JSON.parse` made of it (`import … with { type: 'json' }`).
 * Throws `CatalogError` when it is none of this version, or when its addresses are not whole; `name` is how messages call it.
 */
export function readCatalog(rules: string | object, name = 'rules.json'): LinkCatalog {
	return linkCatalog(parseCatalog(typeof rules === 'string' ? rules : JSON.stringify(rules), name));
}
