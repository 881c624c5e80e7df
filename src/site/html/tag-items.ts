import { tagPath } from '../../domain/ids.ts';
import type { Tag } from '../../domain/rule.ts';
import { href } from '../href.ts';
import { escapeHtml } from './escape.ts';

/** Tags as list items; the count is shown where there is more than one rule. */
export function tagItems(tags: readonly Tag[]): string {
	return tags.map(tagItem).join('');
}

function tagItem(tag: Tag): string {
	const count = tag.rules.length > 1 ? ` <span class="count">${tag.rules.length.toLocaleString('en')}</span>` : '';
	return `<li><a href="${escapeHtml(href(tagPath(tag.slug)))}">${escapeHtml(tag.name)}</a>${count}</li>`;
}
