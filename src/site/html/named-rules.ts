import type { Rule } from '../../domain/rule.ts';
import { href } from '../href.ts';
import { escapeHtml } from './escape.ts';
import { counted, deprecatedMark, inlineHtml } from './text.ts';

/** Rules named on a row before the rest is only counted: the entry's own page lists all of them. */
const NAMED = 3;

/** The rules of one entry of an index as list items; `path` is the page that lists all, where they are too many for a row. */
export function namedRules(rules: readonly Rule[], path: string): string {
	const named = rules.length > NAMED ? rules.slice(0, NAMED - 1) : rules;
	const more = rules.length - named.length;
	const rest =
		more === 0 ? '' : `<li><a class="rest" href="${escapeHtml(href(path))}">and ${counted(more, 'more rule')}</a></li>`;
	return named.map(ruleItem).join('') + rest;
}

function ruleItem({ path, title, deprecated }: Rule): string {
	return `<li><a class="to" href="${escapeHtml(href(path))}">${inlineHtml(title)}</a>${deprecatedMark(deprecated !== null)}</li>`;
}
