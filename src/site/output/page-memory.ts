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

/** Stands for a part of the catalog that is not there any more. */
const GONE = 'gone';

/** Tells whether pages are as they were, and remembers what they are made from. */
export interface PageKeys {
	/** Whether the page would be the same as in the last build, byte by byte. */
	readonly isUnchanged: (file: string, props: unknown) => boolean;
	/** Remembers of a page that is unchanged what is remembered of it. */
	readonly keep: (file: string) => void;
	/** Remembers what a page that is rendered has read. */
	readonly remember: (file: string, props: unknown, reads: ReadonlySet<Reading>) => void;
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
	const keyOf = (props: unknown, read: readonly string[]): string =>
		hash('sha256', `${site}\n${read.join('\n')}\n${propsText(props)}`);
	const places = new Map<Reading, number>();
	const placeOf = (part: Reading): number => {
		const place = places.get(part) ?? places.size;
		places.set(part, place);
		return place;
	};
	/** By the place that a part had the last time: how it is now, and its place now once a page that is kept has read it. */
	const lastParts = last?.parts ?? [];
	const lastHashes = lastParts.map((part) => hashes.get(part) ?? GONE);
	const placesNow: number[] = [];
	const knownOf = (file: string) => (last !== null && Object.hasOwn(last.pages, file) ? last.pages[file] : undefined);
	const pages: Record<string, readonly [string, readonly number[]]> = {};
	return {
		isUnchanged: (file, props) => {
			const known = knownOf(file);
			if (known === undefined) return false;
			const [key, reads] = known;
			return (
				key ===
				keyOf(
					props,
					reads.map((place) => lastHashes[place] ?? GONE),
				)
			);
		},
		keep: (file) => {
			const [key, reads] = knownOf(file) ?? ['', []];
			const now = reads.map((place) => {
				const part = lastParts[place];
				placesNow[place] ??= part === undefined ? -1 : placeOf(part);
				return placesNow[place];
			});
			pages[file] = [key, now];
		},
		remember: (file, props, reads) => {
			const all = [...reads].sort();
			pages[file] = [
				keyOf(
					props,
					all.map((part) => hashes.get(part) ?? GONE),
				),
				all.map(placeOf),
			];
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
