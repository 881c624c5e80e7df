import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { type CodeLine, endOfCode, textOf } from './code-line.ts';
import { type Comparison, compareLines, type WordRanges } from './compare.ts';
import { diffView, helpsToRead } from './diff-view.ts';
import type { PendingFence } from './handlers.ts';

/** The words that a fence says otherwise than its counterpart, for fences that have one. */
export type DifferingWords = ReadonlyMap<PendingFence, WordRanges>;

type Parent = Root | Element;
type LinesOf = (fence: PendingFence) => readonly CodeLine[];

interface Pair {
	readonly incorrect: Element;
	readonly correct: Element;
	/** Whichever of both comes second. */
	readonly last: Element;
}

/**
 * Compares each incorrect example with the correct one that belongs to it, in every container of a tree, and puts a diff
 * view below the pairs that it helps to read. Fences still have their numbers in `fences` (`data-fence`).
 */
export function comparePairs(tree: Root, fences: readonly PendingFence[], linesOf: LinesOf): DifferingWords {
	const words = new Map<PendingFence, WordRanges>();
	for (const parent of containers(tree)) {
		for (const { incorrect, correct, last } of pairsIn(parent)) {
			const [wrong, right] = [fencesOf(incorrect, fences), fencesOf(correct, fences)];
			if (wrong.length !== right.length) continue;
			for (const [index, left] of wrong.entries()) {
				const other = right[index];
				const comparison = other === undefined ? null : compareFences(left, other, linesOf);
				if (other === undefined || comparison === null) continue;
				words.set(left, comparison.left).set(other, comparison.right);
				if (wrong.length > 1 || !helpsToRead(comparison)) continue;
				const view = diffView(comparison, linesOf(left), linesOf(other));
				parent.children.splice(parent.children.indexOf(last) + 1, 0, view);
			}
		}
	}
	return words;
}

function containers(tree: Root): Parent[] {
	const found: Parent[] = [tree];
	visit(tree, 'element', (node) => {
		if (node.children.some((child) => isExample(child))) found.push(node);
	});
	return found;
}

/** An incorrect example and the next correct one, with no heading between them; the only two of a container in either order. */
function pairsIn({ children }: Parent): Pair[] {
	const examples = (kind: string): Element[] => children.flatMap((node) => (isExample(node, kind) ? node : []));
	const [incorrect, correct] = [examples('incorrect'), examples('correct')];
	const [wrong, right] = [incorrect[0], correct[0]];
	if (wrong && right && incorrect.length === 1 && correct.length === 1) {
		return [
			{ incorrect: wrong, correct: right, last: children.indexOf(wrong) < children.indexOf(right) ? right : wrong },
		];
	}
	const pairs: Pair[] = [];
	let open: Element | null = null;
	for (const node of children) {
		if (node.type !== 'element') continue;
		if (/^h\d$/.test(node.tagName)) open = null;
		else if (isExample(node, 'incorrect')) open = node;
		else if (isExample(node, 'correct') && open) {
			pairs.push({ incorrect: open, correct: node, last: node });
			open = null;
		}
	}
	return pairs;
}

function isExample(node: ElementContent | Root['children'][number], kind = 'example'): node is Element {
	if (node.type !== 'element' || node.tagName !== 'figure') return false;
	const classes = node.properties['className'];
	return Array.isArray(classes) && classes.includes('example') && classes.includes(kind);
}

function fencesOf(figure: Element, fences: readonly PendingFence[]): PendingFence[] {
	const found: PendingFence[] = [];
	visit(figure, 'element', ({ properties }) => {
		const fence = fences[Number(properties['dataFence'] ?? Number.NaN)];
		if (fence) found.push(fence);
	});
	return found;
}

/** A diff in a diff would have two meanings of every sign. */
function compareFences(left: PendingFence, right: PendingFence, linesOf: LinesOf): Comparison | null {
	if (left.grammar !== right.grammar || left.grammar === 'diff') return null;
	const compared = (fence: PendingFence) =>
		linesOf(fence).map((line) => ({ text: textOf(line), code: endOfCode(line) }));
	return compareLines(compared(left), compared(right));
}
