import { packPath } from '../../domain/ids.ts';
import type { Rule } from '../../domain/rule.ts';
import { href } from '../href.ts';
import { lookup } from '../lookup.ts';
import { escapeHtml } from './escape.ts';
import { impactMark } from './impact.ts';
import { brief, deprecatedMark, inlineHtml } from './text.ts';

const SUMMARY_LENGTH = 150;

/** What a row says besides title and summary: what all rows of a list have in common is left out. */
export interface RowParts {
	readonly impact: boolean;
	readonly pack: boolean;
}

/**
 * Rules as list items: impact, title, one line of summary, pack. The links have no class, for there are tens of thousands of
 * such rows: the first of a row is the rule's, a second one the pack's.
 * A string, not a component per row: lists have hundreds of rows, and a component instance costs more than its HTML.
 */
export function ruleRows(rules: readonly Rule[], show: RowParts): string {
	return rules.map((rule) => ruleRow(rule, show)).join('');
}

function ruleRow(rule: Rule, show: RowParts): string {
	const summary = rule.summary === '' ? (rule.impactDescription ?? '') : rule.summary;
	const place = show.pack
		? `<a href="${escapeHtml(href(packPath(rule.pack)))}">${inlineHtml(lookup().pack(rule.pack).title)}</a>`
		: '';
	const text = summary === '' ? '' : `<p>${inlineHtml(brief(summary, SUMMARY_LENGTH))}</p>`;
	const impact = show.impact ? impactMark(rule.impact) : '';
	return `<li>${impact}<a href="${escapeHtml(href(rule.path))}">${inlineHtml(rule.title)}${deprecatedMark(rule.deprecated !== null)}</a>${text}${place}</li>`;
}
