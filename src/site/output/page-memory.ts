import { hash } from 'node:crypto';
import type { Catalog, Rule } from '../../domain/rule.ts';
import { lookup } from '../lookup.ts';
import type { Reading, SiteState } from '../state.ts';
import { tagIndex } from '../tag-index.ts';

/** What pages of the last build were made from, by the file of each. */
export interface PageMemory {
	/** Names of parts of the catalog. */
	readonly parts: readonly Reading[];
	/** Places in `parts` of what the page has read, and a hash of how that was. */
	readonly pages: Readonly<Record<string, readonly [hash: string, reads: readonly number[]]>>;
}

/** Tells whether pages are as they were, and remembers what they are made from. */
export interface PageKeys {
	/** Whether the page would be the same as in the last build, byte by byte. */
	readonly isUnchanged: (file: string, props: unknown) => boolean;
	/** Remembers what a page has read; for one that is unchanged, `reads` is null. */
	readonly remember: (file: string, props: unknown, reads: ReadonlySet<Reading> | null) => void;
	readonly memory: () => PageMemory;
}

/**
 * A page is made from its template, from its props, from what every page shows, and from the parts of the catalog that its
 * template asks for. All of that is known without rendering it, but for the last: that is remembered from the last time.
 * `site` names the templates, the config, and what every page shows.
 */
export function pageKeys(state: SiteState, site: string, last: PageMemory | null): PageKeys {
	const hashes = partHashes(state.catalog);
	const owners = new Map<object, string>();
	for (const rule of state.catalog.rules) owners.set(rule, `rule ${rule.id}`);
	for (const pack of state.catalog.packs) owners.set(pack, `pack ${pack.name}`);
	const propsText = (props: unknown): string =>
		JSON.stringify(props, (_, value: unknown) => {
			const owner = typeof value === 'object' && value !== null ? owners.get(value) : undefined;
			return owner === undefined ? value : hashes.get(owner);
		}) ?? '';
	const keyOf = (props: unknown, reads: Iterable<Reading>): string => {
		const read = [...reads].map((part) => hashes.get(part) ?? 'gone');
		return hash('sha256', `${site}\n${read.join('\n')}\n${propsText(props)}`);
	};
	const places = new Map<Reading, number>();
	const placeOf = (part: Reading): number => {
		const place = places.get(part) ?? places.size;
		places.set(part, place);
		return place;
	};
	const readsOf = (file: string): readonly Reading[] => {
		const known = last !== null && Object.hasOwn(last.pages, file) ? last.pages[file] : undefined;
		return (known?.[1] ?? []).flatMap((place) => last?.parts[place] ?? []);
	};
	const pages: Record<string, readonly [string, readonly number[]]> = {};
	return {
		isUnchanged: (file, props) => {
			const known = last !== null && Object.hasOwn(last.pages, file) ? last.pages[file] : undefined;
			return known !== undefined && known[0] === keyOf(props, readsOf(file));
		},
		remember: (file, props, reads) => {
			const all = reads === null ? readsOf(file) : [...reads].sort();
			pages[file] = [keyOf(props, all), all.map(placeOf)];
		},
		memory: () => ({ parts: [...places.keys()], pages }),
	};
}

/** A hash of every part of the catalog that a template can ask for, and of the whole. */
function partHashes({ packs, rules, tags }: Catalog): ReadonlyMap<string, string> {
	const parts = new Map<string, string>();
	for (const rule of rules) parts.set(`rule ${rule.id}`, hash('sha256', JSON.stringify(withoutContent(rule))));
	for (const pack of packs) parts.set(`pack ${pack.name}`, hash('sha256', JSON.stringify(pack)));
	const { addressOf } = tagIndex(tags);
	for (const tag of tags) parts.set(`tag ${tag.key}`, hash('sha256', JSON.stringify([tag, addressOf(tag)])));
	parts.set('catalog', hash('sha256', [...parts.values()].join('\n')));
	return parts;
}

/** What the catalog says of a rule beside what its file became, for which a hash stands. */
function withoutContent({ html, text, source, examples, headings, links, ...rest }: Rule): object {
	return rest;
}

/** A name for what all pages share; see `pageKeys`. */
export function siteKey(templates: string, { config, live }: SiteState): string {
	const { root: _root, file: _file, content: _content, out: _out, ...shown } = config;
	return hash('sha256', JSON.stringify([templates, shown, live, lookup().facts]));
}
