import type { Nodes, Paragraph, Parents } from 'mdast';
import { type Impact, parseImpact } from '../domain/impact.ts';
import { FILE_START, type Place } from '../domain/place.ts';

/** One written line, without its decoration. */
export interface Line {
	readonly text: string;
	/** True when the line begins in bold: `**Rationale:** …` opens a field even when nobody knows its name. */
	readonly bold: boolean;
}

/** What a line says when it names one of the known fields, in any language of the format. */
export interface Field {
	readonly name: 'title' | 'prefix' | 'impact' | 'description' | 'other';
	readonly value: string;
}

const FIELD_NAMES = {
	title: /^(?:title|name|section|标题|名称)$/i,
	prefix: /^(?:(?:file(?:name)? )?prefix(?:es)?|section id|前缀)$/i,
	impact:
		/^(?:(?:max(?:imum)? )?(?:impact|priority|severity|level)(?: (?:level|tier))?|影响(?:等级|级别|程度)?|优先级)$/i,
	description: /^(?:description|summary|purpose|描述|说明)$/i,
} as const;

export type FieldName = keyof typeof FIELD_NAMES;

/** The known name behind a label or a table's column head; null for any other. */
export function fieldName(label: string): FieldName | null {
	const names = Object.keys(FIELD_NAMES) as FieldName[];
	return names.find((name) => FIELD_NAMES[name].test(label.trim())) ?? null;
}

/** Reads `Impact: HIGH`; null for a line that is prose. */
export function readField({ text, bold }: Line): Field | null {
	const colon = /[:：]/.exec(text);
	if (colon === null || colon.index > 40) return null;
	const value = text.slice(colon.index + 1).trim();
	const name = fieldName(text.slice(0, colon.index));
	if (name !== null) return { name, value };
	return bold ? { name: 'other', value } : null;
}

/** The tier that a value begins with: `CRITICAL (2-10×)` is CRITICAL. */
export function leadingImpact(value: string): Impact | null {
	const word =
		/^[^\p{L}\p{N}]*((?:critical|(?:low|medium|high)(?:[\s_–—-]+(?:low|medium|high))?))(?![\p{L}\p{N}])/iu.exec(
			value,
		)?.[1];
	return word === undefined ? null : (parseImpact(word) ?? parseImpact(word.split(/[\s_–—-]/, 1)[0] ?? ''));
}

/** A prefix with what marks its end. */
const longestWritten = 100;

/**
 * The prefixes in `async-, opt-async-` or `core/`, without what only marks their end; null when it is no list of prefixes.
 * Prose in parentheses is none: a prefix has no blanks, and capitals only when it is marked as code or by its hyphen.
 */
export function readPrefixes(text: string, isCode = false): readonly string[] | null {
	const pieces = text
		.replace(/\s+/g, ' ')
		.split(/ ?[,，、|/] ?| (?:and|or|&|\+) /)
		.map((piece) => piece.replace(/^`|`$/g, '').trim());
	const written = pieces.filter((piece) => piece !== '');
	if (written.some(({ length }) => length > longestWritten)) return null;
	const bare = written.map((piece) => piece.replace(/(?:\.mdx?|[_.]?\*|-)+$/, ''));
	const isPrefix = (piece: string, index: number): boolean =>
		/^[\p{L}\p{N}][\p{L}\p{N}._+-]{0,59}$/u.test(piece) &&
		(isCode || /[-*]$/.test(written[index] ?? '') || !/\p{Lu}/u.test(piece));
	return bare.length > 0 && bare.every(isPrefix) ? [...new Set(bare)] : null;
}

/** The lines of a paragraph as they were written. */
export function linesOf(paragraph: Paragraph): readonly Line[] {
	const lines: { text: string; bold: boolean }[] = [{ text: '', bold: false }];
	const visit = (node: Nodes, bold: boolean): void => {
		const line = lines.at(-1);
		if (line === undefined || node.type === 'html') return;
		if (node.type === 'break') lines.push({ text: '', bold: false });
		else if ('children' in node) for (const child of node.children) visit(child, bold || node.type === 'strong');
		else if ('value' in node) {
			const [first = '', ...others] = node.value.split(/\r\n|\r|\n/);
			if (line.text.trim() === '') line.bold = bold;
			line.text += first;
			for (const text of others) lines.push({ text, bold });
		}
	};
	visit(paragraph, false);
	return lines.map(({ text, bold }) => ({ text: text.trim(), bold })).filter(({ text }) => text !== '');
}

/** The text of a node on one line; code keeps no backticks. */
export function plainText(node: Nodes): string {
	if (node.type === 'html') return '';
	if (node.type === 'break') return ' ';
	if ('value' in node) return node.value.replace(/\s+/g, ' ');
	return 'children' in node ? node.children.map(plainText).join('').trim() : '';
}

/** True when inline code stands anywhere below. */
export function holdsCode(node: Parents): boolean {
	return node.children.some((child) => child.type === 'inlineCode' || ('children' in child && holdsCode(child)));
}

export function startOf(node: Nodes): Place {
	const start = node.position?.start;
	return start === undefined ? FILE_START : { line: start.line, column: start.column };
}
