import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { type CodeLine, endOfCode, textOf } from './code-line.ts';
import { type Comparison, compareLines, type Row, type WordRanges } from './compare.ts';
import { areOneText, diffHelps, diffView } from './diff-view.ts';
import type { PendingFence } from './handlers.ts';

/** What a fence has that its counterpart has not; fences without a counterpart are not in it. */
export type Differing = ReadonlyMap<PendingFence, OwnParts>;

interface OwnParts {
	/** Words of lines that are alike. */
	readonly words: WordRanges;
	/** Lines, blank ones aside; none where the two are so different that most lines would be in it. */
	readonly lines: ReadonlySet<number>;
}

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
export function comparePairs(tree: Root, fences: readonly PendingFence[], linesOf: LinesOf): Differing {
	const differing = new Map<PendingFence, OwnParts>();
	for (const parent of containers(tree)) {
		for (const { incorrect, correct, last } of pairsIn(parent)) {
			const [wrong, right] = [fencesOf(incorrect, fences), fencesOf(correct, fences)];
			if (wrong.length !== right.length) continue;
			for (const [index, left] of wrong.entries()) {
				const other = right[index];
				const comparison = other === undefined ? null : compareFences(left, other, linesOf);
				if (other === undefined || comparison === null) continue;
				differing.set(left, { words: comparison.left, lines: ownLines(comparison, 'left', linesOf(left)) });
				differing.set(other, { words: comparison.right, lines: ownLines(comparison, 'right', linesOf(other)) });
				if (wrong.length > 1 || !diffHelps(comparison)) continue;
				const view = diffView(comparison, linesOf(left), linesOf(other));
				parent.children.splice(parent.children.indexOf(last) + 1, 0, view);
			}
		}
	}
	return differing;
}

function ownLines(comparison: Comparison, side: 'left' | 'right', lines: readonly CodeLine[]): Set<number> {
	if (!areOneText(comparison)) return new Set();
	const numberOf = (row: Row): number[] =>
		row.kind === 'left' && side === 'left' ? [row.left] : row.kind === 'right' && side === 'right' ? [row.right] : [];
	return new Set(comparison.rows.flatMap(numberOf).filter((line) => textOf(lines[line] ?? []).trim() !== ''));
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
