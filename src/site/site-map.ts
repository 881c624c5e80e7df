import { impactPath, packPath, type RuleId, sectionPath, tagPath } from '../domain/ids.ts';
import type { Catalog, Rule, Tag } from '../domain/rule.ts';
import { newest, type SitemapEntry } from '../formats/sitemap.ts';
import type { CodeGroup } from './codes/code-groups.ts';
import { codePages } from './codes/code-pages.ts';
import { impactKey } from './html/impact.ts';
import { lookup } from './lookup.ts';
import { paged, pagePath } from './paging.ts';
import { siteState } from './state.ts';
import { hasOwnPage, tagIndex } from './tag-index.ts';

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
		...letterEntries(tags, rule),
		...tags.filter(hasOwnPage).flatMap(({ slug, rules: some }) => list(tagPath(slug), some.map(rule))),
		...codeEntries(siteState().catalog),
	];
}

/** The index of tags by letter, where it has pages of its own. */
function letterEntries(tags: readonly Tag[], rule: (id: RuleId) => Rule): readonly SitemapEntry[] {
	const { isOnePage, letters } = tagIndex(tags);
	if (isOnePage) return [];
	return letters.flatMap(({ path, lists }) =>
		lists.map(({ page, items }) => ({
			path: pagePath(path, page),
			changed: newest(items.flatMap(({ rules }) => rules.map(rule))),
		})),
	);
}

/** The lists below `/d/`, each once: of its spellings, and of what only leads on, search engines need nothing. */
function codeEntries(catalog: Catalog): readonly SitemapEntry[] {
	return codePages(catalog).flatMap((page): readonly SitemapEntry[] => {
		if (page.kind === 'groups') return [{ path: page.path, changed: newest(rulesOf(...page.groups)) }];
		if (page.kind === 'group')
			return [{ path: page.path, changed: newest(page.list.items.flatMap(({ rules }) => rules)) }];
		if (page.kind === 'redirect' || page.path !== page.entry.path) return [];
		return [{ path: page.path, changed: newest(page.entry.rules) }];
	});
}

function rulesOf(...groups: readonly CodeGroup[]): readonly Rule[] {
	return groups.flatMap(({ entries }) => entries.flatMap(({ rules }) => rules));
}
