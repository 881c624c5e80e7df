import { frameHidden, spellHidden } from '../../domain/hidden-signs.ts';
import { escapeHtml } from './escape.ts';

/** A text of an author as HTML: signs that cannot be seen, or that turn the text, in a frame. */
export function textHtml(text: string): string {
	return frameHidden(escapeHtml(text));
}

/** One line of an author's text as HTML: `code` in backticks becomes code, everything else is text, `<tag>` included. */
export function inlineHtml(text: string): string {
	return textHtml(text).replace(
		/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g,
		(_, __, code: string) => `<code>${code.trim()}</code>`,
	);
}

/** What stands after the title of a rule that no longer holds; '' for one that does. */
export function deprecatedMark(deprecated: boolean): string {
	return deprecated ? ' <span class="badge">Deprecated</span>' : '';
}

/** One line of an author's text without marks: for `<title>` and descriptions. */
export function plainText(text: string): string {
	return spellHidden(text.replaceAll('`', ''));
}

/** The beginning of a text, at most `length` characters, cut between words. */
export function brief(text: string, length: number): string {
	if (text.length <= length) return text;
	// Half of a sign outside the first plane would be no text at all.
	const cut = text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
	const space = cut.lastIndexOf(' ');
	return `${cut.slice(0, space > length / 2 ? space : length).replace(/(?<![\s,;:.–—-])[\s,;:.–—-]+$/, '')}…`;
}

/** `1 rule`, `6,322 rules`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
