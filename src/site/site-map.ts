import { impactPath, packPath, sectionPath, tagPath } from '../domain/ids.ts';
import type { Rule } from '../domain/rule.ts';
import { newest, type SitemapEntry } from '../formats/sitemap.ts';
import { impactKey } from './html/impact.ts';
import { lookup } from './lookup.ts';
import { paged, pagePath } from './paging.ts';
import { siteState } from './state.ts';

/** Every page that search engines may show, each as new as the newest rule on it. */
export function pageEntries(): readonly SitemapEntry[] {
	const { rules, packs, tags } = siteState().catalog;
	const { rule, impacts } = lookup();
	const page = (path: string, shown: readonly Rule[]): SitemapEntry => ({ path, changed: newest(shown) });
	const list = (path: string, shown: readonly Rule[]): readonly SitemapEntry[] =>
		paged(shown).map(({ page: number, items }) => page(pagePath(path, number), items));
	return [
		...['/', '/packs/', '/tags/', '/impact/'].map((path) => page(path, rules)),
		...packs.flatMap((pack) => [
			page(packPath(pack.name), pack.rules.map(rule)),
			...pack.sections.map(({ slug, rules: some }) => page(sectionPath(pack.name, slug), some.map(rule))),
		]),
		...rules.map((one) => page(one.path, [one])),
		...impacts.flatMap(({ impact, rules: some }) => list(impactPath(impactKey(impact)), some)),
		...tags.flatMap(({ slug, rules: some }) => list(tagPath(slug), some.map(rule))),
	];
}
