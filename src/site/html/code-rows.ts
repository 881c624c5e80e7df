import type { LinterCode } from '../../domain/linter.ts';
import { findLinter } from '../../domain/linters.ts';
import type { CodeEntry, CodeGroup } from '../codes/code-groups.ts';
import { href } from '../href.ts';
import { escapeHtml } from './escape.ts';
import { namedRules } from './named-rules.ts';
import { counted } from './text.ts';

/** Codes of a linter as list items: the code, the rules it leads to, and which other code it follows from. */
export function codeRows(entries: readonly CodeEntry[], title: string): string {
	return entries.map((entry) => codeRow(entry, title)).join('');
}

/** Linters, or families of standards, as list items: title and counts. */
export function groupRows(groups: readonly CodeGroup[]): string {
	return groups.map(groupRow).join('');
}

/** Another code for the same rules, on a page about the codes of one linter (`title`), which need not be named again. */
export function sameAs({ linter, code }: LinterCode, title: string): string {
	const other = findLinter(linter)?.title ?? linter;
	return `same as ${other === title ? '' : `${escapeHtml(other)} `}<code class="bare">${escapeHtml(code)}</code>`;
}

/** A code as the heading of its page: the linter's name, which is known by then, steps back. */
export function codeHeading(group: CodeGroup, { kind, name }: CodeEntry): string {
	if (kind === 'standard') return escapeHtml(name);
	return `<span class="of">${escapeHtml(group.title)}</span> <code class="bare">${escapeHtml(name)}</code>`;
}

/** How much there is of a linter or a family, in words. */
export function groupCounts({ kind, entries }: CodeGroup): string {
	const rules = new Set(entries.flatMap((entry) => entry.rules)).size;
	const named = kind === 'code' ? counted(entries.length, 'code') : counted(entries.length, 'entry', 'entries');
	return `${named}, ${counted(rules, 'rule')}`;
}

function codeRow(entry: CodeEntry, title: string): string {
	const name = entry.kind === 'code' ? `<code>${escapeHtml(entry.name)}</code>` : escapeHtml(entry.name);
	const follows = entry.follows === null ? '' : `<p>${sameAs(entry.follows, title)}</p>`;
	return `<li><div><a class="code-name" href="${at(entry.path)}">${name}</a>${follows}</div><ul>${namedRules(entry.rules, entry.path)}</ul></li>`;
}

function groupRow(group: CodeGroup): string {
	return `<li><a href="${at(group.path)}">${escapeHtml(group.title)}</a> <span class="count">${groupCounts(group)}</span></li>`;
}

function at(path: string): string {
	return escapeHtml(href(path));
}
