import type { Nodes, Root } from 'hast';
import { walk } from '../domain/walk.ts';
import { type CodeLine, endOfCode, textOf } from './code-line.ts';
import { type Comparison, compareLines, type Row, type WordRanges } from './compare.ts';
import { areOneText, diffHelps, diffView } from './diff-view.ts';
import { type Example, exampleContainers, pairsIn } from './example-pairs.ts';
import type { PendingFence } from './handlers.ts';

/** What a fence has that its counterpart has not; fences without a counterpart are not in it. */
export type Differing = ReadonlyMap<PendingFence, OwnParts>;

interface OwnParts {
	/** Words of lines that are alike. */
	readonly words: WordRanges;
	/** Lines, blank ones aside; none where the two are so different that most lines would be in it. */
	readonly lines: ReadonlySet<number>;
}

type LinesOf = (fence: PendingFence) => readonly CodeLine[];

/**
 * Compares each incorrect example with the correct one that belongs to it, in every container of a tree, and puts a diff
 * view below the pairs that it helps to read. Fences still have their numbers in `fences` (`data-fence`).
 */
export function comparePairs(tree: Root, fences: readonly PendingFence[], linesOf: LinesOf): Differing {
	const differing = new Map<PendingFence, OwnParts>();
	for (const parent of exampleContainers(tree)) {
		for (const { incorrect, correct, last } of pairsIn(parent)) {
			const [wrong, right] = [fencesOf(incorrect, fences), fencesOf(correct, fences)];
			for (const [left, other] of twinFences(wrong, right)) {
				const comparison = compareFences(left, other, linesOf);
				if (comparison === null) continue;
				differing.set(left, { words: comparison.left, lines: ownLines(comparison, 'left', linesOf(left)) });
				differing.set(other, { words: comparison.right, lines: ownLines(comparison, 'right', linesOf(other)) });
				if (wrong.length + right.length > 2 || !diffHelps(comparison)) continue;
				const view = diffView(comparison, linesOf(left), linesOf(other));
				parent.children.splice(parent.children.indexOf(last) + 1, 0, view);
			}
		}
	}
	return differing;
}

/** Fences that stand for each other: one by one where there are as many; else the first ones, and the others are more of the same. */
function twinFences(left: readonly PendingFence[], right: readonly PendingFence[]): [PendingFence, PendingFence][] {
	const count = left.length === right.length ? left.length : 1;
	return left.slice(0, count).flatMap((fence, index) => {
		const other = right[index];
		return other === undefined ? [] : [[fence, other] as [PendingFence, PendingFence]];
	});
}

function ownLines(comparison: Comparison, side: 'left' | 'right', lines: readonly CodeLine[]): Set<number> {
	if (!areOneText(comparison)) return new Set();
	const numberOf = (row: Row): number[] =>
		row.kind === 'left' && side === 'left' ? [row.left] : row.kind === 'right' && side === 'right' ? [row.right] : [];
	return new Set(comparison.rows.flatMap(numberOf).filter((line) => textOf(lines[line] ?? []).trim() !== ''));
}

function fencesOf(example: Example, fences: readonly PendingFence[]): PendingFence[] {
	const found: PendingFence[] = [];
	walk<Nodes>(example, (node) => {
		if (node.type !== 'element') return;
		const fence = fences[Number(node.properties['dataFence'] ?? Number.NaN)];
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
