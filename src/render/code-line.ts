import type { FenceMeta } from '../domain/fence-meta.ts';
import type { Range } from './compare-words.ts';
import { codeText } from './escape.ts';

/** A piece of a line; `element` is what it stands in, null for plain text. */
export interface Token {
	readonly text: string;
	readonly element: string | null;
}

/** One line of code without its line end. */
export type CodeLine = readonly Token[];

export function textOf(line: CodeLine): string {
	return line.map(({ text }) => text).join('');
}

/** Where the comment at the end of a line begins; the line's length when it has none, or nothing but a comment. */
export function endOfCode(line: CodeLine): number {
	const last = line.findLastIndex(({ text, element }) => element !== 't-c' && text.trim() !== '');
	const code = textOf(line.slice(0, last + 1));
	return code.trim() === '' ? textOf(line).length : code.length;
}

/**
 * A line as HTML: an element for each kind of token, a `mark` around each range. Neighbours of one kind share an element; a
 * token that reaches over the end of a range is cut there, so that elements never overlap. The text is the line's, letter for
 * letter.
 */
export function lineHtml(line: CodeLine, marked: readonly Range[] = []): string {
	let html = '';
	let at = 0;
	for (const { start, end } of marked) {
		html += `${tokensHtml(slice(line, at, start))}<mark>${tokensHtml(slice(line, start, end))}</mark>`;
		at = end;
	}
	return html + tokensHtml(slice(line, at, Number.POSITIVE_INFINITY));
}

function slice(line: CodeLine, start: number, end: number): CodeLine {
	let at = 0;
	return line.flatMap(({ text, element }) => {
		const from = at;
		at += text.length;
		const part = text.slice(Math.max(0, start - from), Math.max(0, end - from));
		return part === '' ? [] : [{ text: part, element }];
	});
}

/** White space needs no element of its own. */
function tokensHtml(line: CodeLine): string {
	let html = '';
	let open: string | null = null;
	let text = '';
	const flush = (): void => {
		html += open === null ? codeText(text) : `<${open}>${codeText(text)}</${open}>`;
		text = '';
	};
	for (const token of line) {
		const element: string | null = token.text.trim() === '' ? open : token.element;
		if (element !== open) {
			flush();
			open = element;
		}
		text += token.text;
	}
	flush();
	return html;
}

/** The HTML of a line that its author marked with the fence's meta, or that is `own` to its side of a pair; lines count from 1. */
export function wrapLine(html: string, line: number, meta: FenceMeta, own: boolean): string {
	const kinds = [
		own && 'own',
		meta.marked.has(line) && 'mark',
		meta.inserted.has(line) && 'ins',
		meta.deleted.has(line) && 'del',
	].filter(Boolean);
	return kinds.length === 0 ? html : `<span class="line ${kinds.join(' ')}">${html}</span>`;
}
