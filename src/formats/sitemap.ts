import type { Whereabouts } from './addresses.ts';
import { address } from './addresses.ts';
import { xmlText } from './xml.ts';

/** A page: its site path without base, and the day it last changed where that is known. */
export interface SitemapEntry {
	readonly path: string;
	readonly changed: string | null;
}

/** Site path of the file that names the others. */
export const SITEMAP = '/sitemap.xml';

/** A reader of sitemaps takes 50,000 addresses a file. */
const PER_FILE = 45_000;
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Site path → text of the index and of its parts; none while the config names no site, for addresses in it are whole ones. */
export function sitemapFiles(entries: readonly SitemapEntry[], where: Whereabouts): ReadonlyMap<string, string> {
	if (where.site === null) return new Map();
	const parts = Array.from({ length: Math.ceil(entries.length / PER_FILE) }, (_, index) =>
		entries.slice(index * PER_FILE, (index + 1) * PER_FILE),
	);
	const files = new Map(parts.map((part, index) => [partPath(index), listing('urlset', 'url', part, where)]));
	const index = parts.map((part, number) => ({ path: partPath(number), changed: newest(part) }));
	return new Map([[SITEMAP, listing('sitemapindex', 'sitemap', index, where)], ...files]);
}

/** The day of the newest change, null when none is known. */
export function newest(entries: readonly Pick<SitemapEntry, 'changed'>[]): string | null {
	return entries.reduce<string | null>((last, { changed }) => ((changed ?? '') > (last ?? '') ? changed : last), null);
}

function partPath(index: number): string {
	return `/sitemap-${index + 1}.xml`;
}

function listing(list: string, item: string, entries: readonly SitemapEntry[], where: Whereabouts): string {
	const lines = entries.map(({ path, changed }) => {
		const day = changed === null ? '' : `<lastmod>${xmlText(changed)}</lastmod>`;
		return `<${item}><loc>${xmlText(address(where, path))}</loc>${day}</${item}>\n`;
	});
	return `${HEAD}<${list} xmlns="${SCHEMA}">\n${lines.join('')}</${list}>\n`;
}
