import { tagPath } from '../../domain/ids.ts';
import type { Catalog, Rule } from '../../domain/rule.ts';
import { codeHeading } from '../html/code-rows.ts';
import { inlineHtml, textHtml } from '../html/text.ts';
import { hasOwnPage, tagIndex } from '../tag-index.ts';
import { type AliasPage, aliasPages } from './alias-pages.ts';
import { type CodePage, codePages } from './code-pages.ts';

/** A page that only leads to another, and what it says where the browser stays on it. */
export interface Redirect {
	/** Site path of the page itself. */
	readonly path: string;
	/** Site path of the other page, which may end with an anchor. */
	readonly target: string;
	/** What the link to it says. */
	readonly targetHtml: string;
	/** What stands in the tab. */
	readonly title: string;
	readonly headingHtml: string;
	/** What stands before the link. */
	readonly words: string;
}

/** All pages that only lead to another: former ids, codes and standards of one rule, and tags that the index says all of. */
export function redirects(catalog: Catalog): readonly Redirect[] {
	const codes = codePages(catalog).flatMap((page) => (page.kind === 'redirect' ? [codeRedirect(page)] : []));
	return [...codes, ...aliasPages(catalog.rules).map(aliasRedirect), ...tagRedirects(catalog)];
}

/** What the page of a code or standard of one rule says. */
export function codeRedirect({ path, rule, group, entry }: Extract<CodePage, { kind: 'redirect' }>): Redirect {
	const isCode = entry.kind === 'code';
	return {
		path,
		...to(rule),
		title: isCode ? `${group.title} ${entry.name}` : entry.name,
		headingHtml: codeHeading(group, entry),
		words: isCode ? 'The rule behind this code:' : 'The rule under this standard:',
	};
}

/** What the page of a former id says. */
export function aliasRedirect({ path, rule }: AliasPage): Redirect {
	return { path, ...to(rule), title: 'Moved', headingHtml: 'Moved', words: 'This rule is now at:' };
}

/** A tag has one address, however many rules it is on now. */
function tagRedirects({ tags }: Catalog): readonly Redirect[] {
	const { addressOf } = tagIndex(tags);
	return tags
		.filter((tag) => !hasOwnPage(tag))
		.map((tag) => {
			const name = textHtml(tag.name);
			const title = `Tag: ${tag.name}`;
			const words = 'The rules of this tag:';
			return { path: tagPath(tag.slug), target: addressOf(tag), targetHtml: name, title, headingHtml: name, words };
		});
}

function to({ path, title }: Rule): Pick<Redirect, 'target' | 'targetHtml'> {
	return { target: path, targetHtml: inlineHtml(title) };
}
