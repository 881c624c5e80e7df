import { packPath } from '../../domain/ids.ts';
import type { Rule } from '../../domain/rule.ts';
import { href } from '../href.ts';
import { lookup } from '../lookup.ts';
import { escapeHtml } from './escape.ts';
import { impactMark } from './impact.ts';
import { brief, inlineHtml } from './text.ts';

const SUMMARY_LENGTH = 150;

/**
 * Rules as list items: impact, title, one line of summary, and the pack when the list mixes packs.
 * A string, not a component per row: lists have hundreds of rows, and a component instance costs more than its HTML.
 */
export function ruleRows(rules: readonly Rule[], show: { readonly pack: boolean }): string {
	return rules.map((rule) => ruleRow(rule, show.pack)).join('');
}

function ruleRow(rule: Rule, withPack: boolean): string {
	const summary = rule.summary === '' ? (rule.impactDescription ?? '') : rule.summary;
	const place = withPack
		? `<a class="from" href="${escapeHtml(href(packPath(rule.pack)))}">${inlineHtml(lookup().pack(rule.pack).title)}</a>`
		: '';
	const text = summary === '' ? '' : `<p>${inlineHtml(brief(summary, SUMMARY_LENGTH))}</p>`;
	return `<li>${impactMark(rule.impact)}<a class="to" href="${escapeHtml(href(rule.path))}">${inlineHtml(rule.title)}</a>${text}${place}</li>`;
}
