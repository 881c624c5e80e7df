import type { Code, Link, Nodes, Parents, Root } from 'mdast';
import type { Features } from 'satteri';
import { walk } from '../domain/walk.ts';
import { endOfFrontmatter } from './frontmatter-end.ts';

const features: Features = { gfm: true, frontmatter: true, smartPunctuation: false };

/** Null where the parser has no binary: for some machines there is none, and some installations leave out what is optional. */
const native = await import('satteri').catch(() => null);

/** Signs that parsers replace, count or end lines by in ways of their own. */
const uncommon = /[^\P{Cc}\t\n\r]|[\u2028\u2029\ufeff]|\r(?!\n)/u;

/**
 * What is left in words when parsers may disagree whether it is markup: signs of code and definitions, addresses that become links.
 * A tilde before a number (`~20 ms`) can end nothing, and so begins nothing.
 */
const doubtful = /`|\]:|~(?![\p{L}\p{N}])|(?<=[^\s(])~|[-.+\w]@[-\w]|https?:\/\/|www\./iu;

/** Signs of emphasis that are left in words. */
const strayMark = /\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}_])/gu;

/** A line that, below another, makes both a table, or nearly. */
const delimiterRow = /^[ \t>]*[-:|][-:| \t\r]*$/;

const surrogate = /[\ud800-\udfff]/;

/** Which nodes are around one. */
interface Around {
	readonly container: 'list' | 'quote' | null;
	readonly emphasis: boolean;
}

const nothingAround: Around = { container: null, emphasis: false };

/**
 * The tree that remark makes of a text, of a parser that takes a thirtieth of the time; null for a text that the two may not read
 * alike. Those are few: what is given back has none of the syntax in which they were ever seen to differ, by places or otherwise,
 * and none that depends on whether HTML is HTML. `tests/parse/native-tree.test.ts` and `npm run bench -- fuzz` compare them.
 * Expects a text that `excessOf` has let pass. Never throws.
 */
export function nativeTree(text: string): Root | null {
	if (native === null || uncommon.test(text) || !text.isWellFormed()) return null;
	const end = endOfFrontmatter(text);
	if (end === null) return null;
	try {
		const tree = native.markdownToMdast(text, { features }) as Root;
		const [first] = tree.children;
		const own = first?.type === 'yaml' ? endOf(first) : 0;
		if (own !== end && text.slice(own, end).trim() !== '') return null;
		return areAlike(tree, text, nothingAround) ? tree : null;
	} catch {
		// Lists hundreds deep exhaust the stack. Whatever fails here, the other parser says what is to be said of it.
		return null;
	}
}

function areAlike({ children }: Parents, text: string, around: Around): boolean {
	return children.every((child) => isAlike(child, text, around));
}

/** Whether remark is known to read this node, and all in it, in the same way. */
function isAlike(node: Nodes, text: string, around: Around): boolean {
	switch (node.type) {
		case 'text':
			// Of a line that ends before markup, the parsers count the indent of the next one differently.
			if (around.container !== null && node.value.endsWith('\n')) return false;
			return !doubtful.test(node.value);
		case 'yaml':
		case 'inlineCode':
		case 'thematicBreak':
			return true;
		case 'image':
			return !sourceOf(node, text).includes('\\');
		case 'break':
			return around.container === null;
		case 'code':
			return isCodeAlike(node, text, around);
		case 'heading':
		case 'tableCell':
			return isMarkedAlike(node) && areAlike(node, text, around);
		case 'paragraph':
			return isMarkedAlike(node) && isNoTable(node, text) && areAlike(node, text, around);
		case 'tableRow':
			return areAlike(node, text, around);
		case 'emphasis':
		case 'strong':
		case 'delete':
			return !around.emphasis && !touchesSurrogate(node, text) && areAlike(node, text, { ...around, emphasis: true });
		case 'link':
			return isLinkAlike(node, text) && areAlike(node, text, around);
		case 'list':
			return around.container !== 'quote' && areAlike(node, text, { ...around, container: 'list' });
		case 'listItem':
			// A box that is ticked or not moves where the item's words begin.
			return typeof node.checked !== 'boolean' && areAlike(node, text, around);
		case 'blockquote':
			return around.container === null && areAlike(node, text, { ...around, container: 'quote' });
		case 'table':
			return around.container === null && areAlike(node, text, around);
		default:
			return false;
	}
}

/** Whether no sign of emphasis in a block's words can be the beginning or the end of any: at most one is left, alone. */
function isMarkedAlike(block: Parents): boolean {
	let marks = 0;
	let hasEmphasis = false;
	walk<Nodes>(block, (node) => {
		if (node.type === 'text') marks += node.value.match(strayMark)?.length ?? 0;
		hasEmphasis ||= node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';
	});
	return marks === 0 || (marks === 1 && !hasEmphasis);
}

/** Whether a paragraph with bars has no line that would make it a table. */
function isNoTable(node: Nodes, text: string): boolean {
	const source = sourceOf(node, text);
	return !source.includes('|') || !source.split('\n').some((line) => delimiterRow.test(line));
}

/** A fence, closed in the container it was opened in, with nothing odd behind its language. */
function isCodeAlike(node: Code, text: string, { container }: Around): boolean {
	const source = sourceOf(node, text);
	const [fence] = /^(?:`{3,}|~{3,})/.exec(source) ?? [];
	if (fence === undefined || /^[^\n]*(?:\t|[^`~\s] +\r?(?:\n|$))/.test(source)) return false;
	if (container === null) return true;
	const last = source.slice(source.lastIndexOf('\n') + 1).replace(/^[ \t>]*/, '');
	return source.includes('\n') && last.startsWith(fence) && last.trimEnd() === fence[0]?.repeat(last.trimEnd().length);
}

/** A link in brackets, not an address that became one. */
function isLinkAlike(node: Link, text: string): boolean {
	const source = sourceOf(node, text);
	const hasBackslash = node.children.some(
		(child) => child.type === 'break' || ('value' in child && child.value.includes('\\')),
	);
	return /^[[<]/.test(source) && !hasBackslash;
}

/** Whether emphasis ends or begins beside half of a sign: remark takes the half for a letter. */
function touchesSurrogate(node: Nodes, text: string): boolean {
	const [start, end] = [startOf(node), endOf(node)];
	return surrogate.test(text.slice(Math.max(0, start - 1), start + 3) + text.slice(end - 3, end + 1));
}

function sourceOf(node: Nodes, text: string): string {
	return text.slice(startOf(node), endOf(node));
}

function startOf({ position }: Nodes): number {
	return position?.start.offset ?? 0;
}

function endOf({ position }: Nodes): number {
	return position?.end.offset ?? 0;
}
