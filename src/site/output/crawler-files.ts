import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../domain/config.ts';
import { feedFiles } from '../../formats/feeds.ts';
import { headersFile } from '../../formats/headers/headers-file.ts';
import { SITEMAP, sitemapFiles } from '../../formats/sitemap.ts';
import { absolute } from '../href.ts';
import { pageEntries } from '../site-map.ts';
import type { SiteState } from '../state.ts';

/**
 * Writes `robots.txt`, the headers for hosts that read `_headers`, and the sitemap and the feeds as far as the config and the
 * dates of the rules allow, to `out`.
 * Files of the project's own that are there already stay.
 */
export async function writeCrawlerFiles({ catalog, config, live }: SiteState, out: string): Promise<void> {
	const files = new Map([
		...sitemapFiles(pageEntries(), config),
		...feedFiles(catalog.rules, config),
		['/robots.txt', robots(config)] as const,
		['/_headers', headersFile(config)] as const,
	]);
	const flag = live ? 'w' : 'wx';
	await Promise.all([...files].map(([path, text]) => writeFile(join(out, path), text, { flag }).catch(unlessThere)));
}

function unlessThere(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EEXIST') throw error;
}

function robots({ site }: Pick<Config, 'site'>): string {
	return `User-agent: *\nAllow: /\n${site === null ? '' : `\nSitemap: ${absolute(SITEMAP)}\n`}`;
}
