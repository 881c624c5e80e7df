import type { Heading, Paragraph, PhrasingContent, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { LabelText } from '../domain/tree.ts';
import { readLabelStart } from './label-words.ts';

/** A paragraph or heading that labels what follows it. */
export interface Label extends LabelText {
	readonly form: 'bold' | 'plain' | 'heading';
	/** True for `❌ Any text`: a label only where code follows. */
	readonly bySign: boolean;
	/** What the paragraph says after the label: prose that belongs to the example. */
	readonly rest: readonly PhrasingContent[];
}

const longestPlainLabel = 160;
/** Of a paragraph with many labels, each is told by so many pieces of text at most. */
const longestLabel = 100;

/**
 * Reads a node as the label of an example, or returns null.
 * `text` is the file's text: a label whose bold Markdown does not see (`**Incorrect (p-* classes):**`) is read from there.
 */
export function readLabel(node: Paragraph | Heading, text: string): Label | null {
	const broken = brokenBold(node, text);
	const form = broken ? 'bold' : formOf(node);
	if (form === null) return null;
	const inline = broken ?? unwrapBold(node);
	const start = readLabelStart(plainText({ type: 'paragraph', children: [...inline] }));
	if (start === null) return null;
	if (start.by === 'sign' && form === 'plain') return null;
	const after = dropText(inline, start.length);
	const { reason, rest } = splitReason(after, start.by === 'sign' || form === 'heading');
	return { kind: start.kind, word: start.word, form, bySign: start.by === 'sign', reason, rest };
}

/** The words between `**` and `**` of a one-line paragraph in which a `*` inside the bold keeps Markdown from closing it. */
function brokenBold(node: Paragraph | Heading, text: string): PhrasingContent[] | null {
	if (node.type === 'heading' || node.children[0]?.type === 'strong') return null;
	const line = text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
	const inner = /^(?:\*\*|__)([^\n]+?)(?:\*\*|__)(?:\s*[:：])?\s*$/.exec(line)?.[1];
	if (inner === undefined) return null;
	return inner.split(/(`[^`]+`)/).flatMap((part): PhrasingContent[] => {
		if (part === '') return [];
		return /^`[^`]+`$/.test(part)
			? [{ type: 'inlineCode', value: part.slice(1, -1) }]
			: [{ type: 'text', value: part }];
	});
}

/** Where a text's last line ends when only blanks follow; -1 when more does. */
export function lastBreak(text: string): number {
	return text.indexOf('\n', text.trimEnd().length);
}

/** Further labels of a paragraph, each at the start of a line of its own below the first. */
export function readLabelsBelow(node: Paragraph, text: string): Label[] {
	return node.children.flatMap((child, index) => {
		const before = node.children[index - 1];
		const startsLine = before?.type === 'break' || (before?.type === 'text' && lastBreak(before.value) !== -1);
		if (child.type !== 'strong' || !startsLine) return [];
		return readLabel({ ...node, children: node.children.slice(index, index + longestLabel) }, text) ?? [];
	});
}

/** Bold at the start, a heading, or one short line that ends in a colon; anything else is prose. */
function formOf(node: Paragraph | Heading): Label['form'] | null {
	if (node.type === 'heading') return 'heading';
	const [first, second] = node.children;
	if (first?.type === 'strong') return 'bold';
	if (first?.type === 'text' && /^[^\p{L}\p{N}]*$/u.test(first.value) && second?.type === 'strong') return 'bold';
	const text = plainText(node);
	const oneLine = !text.includes('\n') && text.length <= longestPlainLabel;
	return oneLine && /[:：]\s*$/.test(text) ? 'plain' : null;
}

/** The inline content with the leading bold taken apart, so that a label may end inside or outside of it. */
function unwrapBold(node: Paragraph | Heading): readonly PhrasingContent[] {
	const at = node.children.findIndex((child) => child.type === 'strong');
	const strong = node.children[at];
	if (strong?.type !== 'strong' || at > 1) return node.children;
	return [...node.children.slice(0, at), ...strong.children, ...node.children.slice(at + 1)];
}

/** Removes the first `length` characters of text, whatever nodes they lie in. */
function dropText(nodes: readonly PhrasingContent[], length: number): PhrasingContent[] {
	const kept: PhrasingContent[] = [];
	let left = length;
	for (const node of nodes) {
		const size = plainText(node).length;
		if (left >= size && left > 0) {
			left -= size;
		} else if (left > 0 && node.type === 'text') {
			kept.push(textLike(node, node.value.slice(left)));
			left = 0;
		} else {
			left = 0;
			kept.push(node);
		}
	}
	return kept;
}

/**
 * Splits what follows the label's words into the reason and the prose after it.
 * A reason stands in parentheses (nested ones count, code spans do not), after a dash, or after the colon on the same line.
 */
function splitReason(
	nodes: readonly PhrasingContent[],
	wholeIsReason: boolean,
): { reason: PhrasingContent[]; rest: PhrasingContent[] } {
	const lead = nodes[0]?.type === 'text' ? nodes[0].value : '';
	const opening = /^\s*[(（]/.exec(lead)?.[0];
	if (opening !== undefined) {
		const inside = closeParenthesis(dropText(nodes, opening.length));
		if (inside) return { reason: trimEnds(inside.within), rest: trimLead(inside.after) };
	}
	const [line, below] = splitFirstLine(nodes);
	const colonFirst = /^\s*[:：]/.test(lead);
	const reason = trimEnds(line);
	const isReason = wholeIsReason || !colonFirst || plainText({ type: 'paragraph', children: reason }).length <= 120;
	return isReason && !(colonFirst && below.length > 0)
		? { reason, rest: trimLead(below) }
		: { reason: [], rest: trimLead([...nodes]) };
}

function closeParenthesis(
	nodes: readonly PhrasingContent[],
): { within: PhrasingContent[]; after: PhrasingContent[] } | null {
	let depth = 1;
	for (const [index, node] of nodes.entries()) {
		if (node.type !== 'text') continue;
		for (let at = 0; at < node.value.length; at++) {
			const sign = node.value[at];
			if (sign === '(' || sign === '（') depth++;
			if (sign === ')' || sign === '）') depth--;
			if (depth > 0) continue;
			return {
				within: [...nodes.slice(0, index), textLike(node, node.value.slice(0, at))],
				after: [textLike(node, node.value.slice(at + 1)), ...nodes.slice(index + 1)],
			};
		}
	}
	return null;
}

function splitFirstLine(nodes: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
	for (const [index, node] of nodes.entries()) {
		if (node.type === 'break') return [nodes.slice(0, index), nodes.slice(index + 1)];
		const at = node.type === 'text' ? node.value.indexOf('\n') : -1;
		if (node.type !== 'text' || at < 0) continue;
		return [
			[...nodes.slice(0, index), textLike(node, node.value.slice(0, at))],
			[textLike(node, node.value.slice(at + 1)), ...nodes.slice(index + 1)],
		];
	}
	return [[...nodes], []];
}

/** Without the separators at both ends: `: `, ` — `, a closing colon. */
function trimEnds(nodes: readonly PhrasingContent[]): PhrasingContent[] {
	const trimmed = trimLead(nodes);
	const last = trimmed.at(-1);
	if (last?.type !== 'text') return trimmed;
	const value = withoutColon(last.value);
	return value === '' ? trimmed.slice(0, -1) : [...trimmed.slice(0, -1), textLike(last, value)];
}

/** In two steps: one pattern that looks for white space on both sides of a sign takes the cube of its length. */
function withoutColon(text: string): string {
	const trimmed = text.trimEnd();
	return /[:：]$/.test(trimmed) ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

function trimLead(nodes: readonly PhrasingContent[]): PhrasingContent[] {
	const [first, ...others] = nodes;
	if (first?.type !== 'text') return [...nodes];
	const value = first.value.replace(/^(?:[\s:：–—]+|-\s+)+/u, '');
	return value === '' ? trimLead(others) : [textLike(first, value), ...others];
}

function textLike(node: Text, value: string): Text {
	return { type: 'text', value, ...(node.position && { position: node.position }) };
}
