import type { Tag } from '../../domain/rule.ts';
import { href } from '../href.ts';
import { bySeverity, lookup } from '../lookup.ts';
import { hasOwnPage, tagAnchor } from '../tag-index.ts';
import { escapeHtml } from './escape.ts';
import { namedRules } from './named-rules.ts';
import { textHtml } from './text.ts';

/** Tags as list items; the count is shown where there is more than one rule. */
export function tagItems(tags: readonly Tag[]): string {
	return tags.map((tag) => `<li>${tagLink(tag)}${tagCount(tag)}</li>`).join('');
}

/** Tags as list items with an anchor each, and the rules they stand on. */
export function tagRows(tags: readonly Tag[]): string {
	return tags.map(tagRow).join('');
}

function tagRow(tag: Tag): string {
	const { rule, tagAddress } = lookup();
	const name = hasOwnPage(tag) ? tagLink(tag) + tagCount(tag) : `<strong>${textHtml(tag.name)}</strong>`;
	const rules = namedRules(bySeverity(tag.rules.map(rule)), tagAddress(tag.name));
	return `<li id="${escapeHtml(tagAnchor(tag))}"><div>${name}</div><ul>${rules}</ul></li>`;
}

function tagLink(tag: Tag): string {
	return `<a href="${escapeHtml(href(lookup().tagAddress(tag.name)))}">${textHtml(tag.name)}</a>`;
}

function tagCount({ rules }: Tag): string {
	return rules.length > 1 ? ` <span class="count">${rules.length.toLocaleString('en')}</span>` : '';
}
