import { type LinkCatalog, makeLinkCatalog, type PublishedRule } from './catalog.ts';
import { CatalogError } from './types.ts';

export { CatalogError } from './types.ts';

/** The version of `rules.json` that this program reads. */
export const CATALOG_VERSION = 1;

/** What `/rules.json` holds, as far as links and the comparison with a new build need it. */
export interface PublishedCatalogFile {
	readonly version: typeof CATALOG_VERSION;
	/** Name of the site. */
	readonly name: string;
	/** Address of the site's root: whole, or a path when the site was built without its address. */
	readonly url: string;
	readonly rules: readonly PublishedRule[];
}

/**
 * Reads the text of a `rules.json`. Unknown fields are left aside; fields that older sites do not write are empty.
 * Throws `CatalogError` for text that is no catalog of this version; `source` is how messages name it.
 */
export function parseCatalog(text: string, source: string): PublishedCatalogFile {
	const file = record(parseJson(text, source));
	const notOne = (why: string) => new CatalogError(`${source}: not a catalog of rules: ${why}.`);
	if (file === null) throw notOne('it is not an object');
	const { version, rules } = file;
	if (typeof version === 'number' && version > CATALOG_VERSION) {
		throw new CatalogError(`${source}: version ${version} is newer than this program (${CATALOG_VERSION}). Update it.`);
	}
	if (version !== CATALOG_VERSION) throw notOne('it has no "version": 1');
	if (!Array.isArray(rules)) throw notOne('it has no list of "rules"');
	return {
		version: CATALOG_VERSION,
		name: string(file['name']) ?? '',
		url: string(file['url']) ?? '',
		rules: rules.map((rule: unknown, index) => {
			const read = publishedRule(record(rule) ?? {});
			if (read === null) throw notOne(`rule ${index + 1} has no "id" or no "url"`);
			return read;
		}),
	};
}

/**
 * Makes a catalog ready to be asked for links. Throws `CatalogError` when its addresses are not whole ones:
 * a path leads nowhere from a report.
 */
export function linkCatalog(file: PublishedCatalogFile): LinkCatalog {
	const rules = file.rules.map((rule) => ({ ...rule, url: whole(rule.url) }));
	const root = whole(file.url);
	return makeLinkCatalog(file.name, root.endsWith('/') ? root : `${root}/`, rules);
}

function whole(address: string): string {
	const url = URL.canParse(address) ? new URL(address) : null;
	if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
	throw new CatalogError('Links for linters must be absolute. Set site in the configuration.');
}

function parseJson(text: string, source: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		const page = /^\s*</.test(text) ? ' It looks like a web page.' : '';
		throw new CatalogError(`${source}: not JSON.${page} Name the rules.json of a built site.`);
	}
}

function publishedRule(rule: Readonly<Record<string, unknown>>): PublishedRule | null {
	const id = string(rule['id']);
	const url = string(rule['url']);
	if (id === null || url === null) return null;
	const linters = Object.entries(record(rule['linters']) ?? {});
	return {
		id,
		url,
		title: string(rule['title']) ?? id,
		summary: string(rule['summary']) ?? '',
		impact: string(rule['impact']),
		impactDescription: string(rule['impactDescription']),
		tags: strings(rule['tags']),
		aliases: strings(rule['aliases']),
		linters: Object.fromEntries(linters.map(([linter, codes]) => [linter, strings(codes)])),
		standards: strings(rule['standards']),
	};
}

function record(value: unknown): Readonly<Record<string, unknown>> | null {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	return value as Readonly<Record<string, unknown>>;
}

function string(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

/** The strings of a list; one string stands for a list of one. */
function strings(value: unknown): readonly string[] {
	const list: readonly unknown[] = Array.isArray(value) ? value : [value];
	return list.filter((one) => typeof one === 'string');
}
