import type { Catalog, Rule } from '../../domain/rule.ts';
import { codeHeading } from '../html/code-rows.ts';
import { type AliasPage, aliasPages } from './alias-pages.ts';
import { type CodePage, codePages } from './code-pages.ts';

/** A page that only leads to a rule, and what it says where the browser stays on it. */
export interface Redirect {
	/** Site path of the page itself. */
	readonly path: string;
	readonly rule: Rule;
	/** What stands in the tab. */
	readonly title: string;
	readonly headingHtml: string;
	/** What stands before the title of the rule. */
	readonly words: string;
}

/** All pages that only lead to a rule: former ids, and codes and standards of one rule. */
export function redirects(catalog: Catalog): readonly Redirect[] {
	const codes = codePages(catalog).flatMap((page) => (page.kind === 'redirect' ? [codeRedirect(page)] : []));
	return [...codes, ...aliasPages(catalog.rules).map(aliasRedirect)];
}

/** What the page of a code or standard of one rule says. */
export function codeRedirect({ path, rule, group, entry }: Extract<CodePage, { kind: 'redirect' }>): Redirect {
	const isCode = entry.kind === 'code';
	return {
		path,
		rule,
		title: isCode ? `${group.title} ${entry.name}` : entry.name,
		headingHtml: codeHeading(group, entry),
		words: isCode ? 'The rule behind this code:' : 'The rule under this standard:',
	};
}

/** What the page of a former id says. */
export function aliasRedirect({ path, rule }: AliasPage): Redirect {
	return { path, rule, title: 'Moved', headingHtml: 'Moved', words: 'This rule is now at:' };
}
