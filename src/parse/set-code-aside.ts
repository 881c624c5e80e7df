import type { Nodes, Root } from 'mdast';
import { endOfFrontmatter } from './frontmatter-end.ts';

/** The content of a fence that was taken out of a text: the lines between the fence's own two, which stayed. */
interface Aside {
	readonly code: string;
	/** Where the fence begins and ends in the text without code. */
	readonly start: number;
	readonly end: number;
	/** How much was taken out with it. */
	readonly length: number;
	readonly lines: number;
}

/** A text of which most code was set aside. */
export interface TextWithoutCode {
	readonly text: string;
	readonly asides: readonly Aside[];
}

/** Signs that a parser of Markdown changes, or counts in another way than a regular expression. */
const uncommon = /[\0\r\u2028\u2029\ufeff]/;

/**
 * Takes the content of fences out of a text, since a parser of Markdown spends most of its time on it, sign by sign, only to
 * give it back as it is. Looks for fences that begin in the first column; whether they are fences, `putCodeBack` asks the tree.
 * Null when there is nothing to take out. The time grows with the length of the text.
 */
export function setCodeAside(text: string): TextWithoutCode | null {
	if (uncommon.test(text)) return null;
	const opening = /^(?:(`{3,})[^`\n]*|(~{3,})(?!~)[^\n]*)\n/gm;
	// Whether a text has frontmatter is known at its end only, so nothing above that may be taken out.
	opening.lastIndex = endOfFrontmatter(text) ?? 0;
	const asides: Aside[] = [];
	let kept = '';
	let keptFrom = 0;
	for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
		const codeStart = opening.lastIndex;
		const closing = closingOf(match[1] ?? match[2] ?? '');
		closing.lastIndex = codeStart;
		const closed = closing.exec(text);
		if (closed === null) break;
		opening.lastIndex = closing.lastIndex;
		if (closed.index === codeStart) continue;
		const start = kept.length + match.index - keptFrom;
		kept += text.slice(keptFrom, codeStart);
		keptFrom = closed.index;
		const code = text.slice(codeStart, keptFrom - 1);
		const lines = code.split('\n').length;
		asides.push({ code, start, end: kept.length + closed[0].length, length: keptFrom - codeStart, lines });
	}
	return asides.length === 0 ? null : { text: kept + text.slice(keptFrom), asides };
}

function closingOf(fence: string): RegExp {
	return new RegExp(`^ {0,3}${fence}${fence[0] ?? ''}*[ \\t]*$`, 'gm');
}

/**
 * Puts the code into the tree of the text without it, and moves all places to where they are in the whole text.
 * False when one of the fences turned out to be none, or another than it seemed: the tree then is of no use.
 * When all are what they seemed, so they are in the whole text: below frontmatter, what a line begins depends on the lines
 * above it alone.
 */
export function putCodeBack(tree: Root, asides: readonly Aside[]): boolean {
	let [at, offset, line] = [0, 0, 0];
	for (const node of tree.children) {
		const { start, end } = node.position ?? {};
		const aside = asides[at];
		if (aside === undefined || start === undefined || end === undefined || start.offset !== aside.start) {
			if (end?.offset === undefined || (aside !== undefined && end.offset > aside.start)) return false;
			movePlaces(node, offset, line);
			continue;
		}
		if (node.type !== 'code' || end.offset !== aside.end) return false;
		node.value = aside.code;
		movePlaces(node, offset, line);
		end.offset += aside.length;
		end.line += aside.lines;
		offset += aside.length;
		line += aside.lines;
		at++;
	}
	const end = tree.position?.end;
	if (at < asides.length || end?.offset === undefined) return false;
	end.offset += offset;
	end.line += line;
	return true;
}

/** Where an offset of the text without code is in the whole text. */
export function offsetInWhole(offset: number, asides: readonly Aside[]): number {
	return asides.reduce((moved, { end, length }) => (end <= offset ? moved + length : moved), offset);
}

function movePlaces(node: Nodes, offset: number, line: number): void {
	if (offset === 0) return;
	if (node.position) {
		const { start, end } = node.position;
		start.line += line;
		end.line += line;
		if (start.offset !== undefined) start.offset += offset;
		if (end.offset !== undefined) end.offset += offset;
	}
	if ('children' in node) for (const child of node.children) movePlaces(child, offset, line);
}
