import type { ParsedRule } from '../domain/rule.ts';
import type { PreparedRule } from './prepare-rule.ts';
import { type HtmlPlace, storedHtml } from './stored-html.ts';

/** Results on their way from one process to another: the HTML of all of them as bytes, which nothing has to make strings of. */
export interface SentResults {
	readonly results: readonly SentRule[];
	readonly bytes: Uint8Array;
}

/** The HTML itself only where UTF-8 cannot hold it, because it has half a letter; null for what is no rule. */
interface SentRule extends Omit<PreparedRule, 'rule'> {
	readonly rule: Omit<ParsedRule, 'html'> | null;
	readonly html: HtmlPlace | ParsedRule['html'] | null;
}

/** Makes results ready to be sent. */
export function toSend(prepared: readonly PreparedRule[]): SentResults {
	const pieces: Buffer[] = [];
	let start = 0;
	const results = prepared.map(({ rule, ...rest }): SentRule => {
		if (rule === null) return { ...rest, rule, html: null };
		const { html, ...facts } = rule;
		const parts = [html.lead, html.body];
		if (!parts.every((part) => part.isWellFormed())) return { ...rest, rule: facts, html };
		const [lead = 0, body = 0] = parts.map((part) => pieces[pieces.push(Buffer.from(part)) - 1]?.length ?? 0);
		const place: HtmlPlace = { start, lead, body, titleAnchor: html.titleAnchor };
		start += lead + body;
		return { ...rest, rule: facts, html: place };
	});
	return { results, bytes: Buffer.concat(pieces) };
}

/** The results that `toSend` was given. */
export function fromSent({ results, bytes }: SentResults): PreparedRule[] {
	// What arrives is a view of the whole message, which would be held as long as one of its pages.
	const own = Buffer.from(bytes);
	return results.map(({ rule, html, ...rest }) => {
		if (rule === null || html === null) return { ...rest, rule: null };
		return { ...rest, rule: { ...rule, html: 'start' in html ? storedHtml(own, html) : html } };
	});
}
