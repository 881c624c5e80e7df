import { diffArrays } from 'diff';
import { type LineDiff, lineWeight, mayBeAlike, type Range, wordBag, wordDiff } from './compare-words.ts';

/** A line to compare. What follows `code`, a comment behind it, is the author's aside and not compared word by word. */
export interface ComparedLine {
	readonly text: string;
	/** Where the code ends and a comment behind it begins; the text's length when there is none. */
	readonly code: number;
}

/** One line of the unified view: of both sides, of the left only, or of the right only. Lines count from 0. */
export type Row =
	| { readonly kind: 'same'; readonly left: number; readonly right: number }
	| { readonly kind: 'left'; readonly left: number }
	| { readonly kind: 'right'; readonly right: number };

/** The words of one side that differ from the other, by line; only of lines that have a line like them on the other side. */
export type WordRanges = ReadonlyMap<number, readonly Range[]>;

export interface Comparison {
	/** 0 to 1: how much of both texts stands on the other side as well, white space and comments behind code aside. */
	readonly similarity: number;
	readonly left: WordRanges;
	readonly right: WordRanges;
	readonly rows: readonly Row[];
}

/** Longer texts are not compared: nobody reads their differences word by word, and the time grows with the square. */
const mostLines = 200;
/** Blocks of changed lines with more combinations than this are not searched for lines that are alike. */
const mostCombinations = 2_500;

/** Compares two texts line by line, and lines that are alike word by word. Null when one of them is too long. */
export function compareLines(left: readonly ComparedLine[], right: readonly ComparedLine[]): Comparison | null {
	if (left.length > mostLines || right.length > mostLines) return null;
	const words = { left: new Map<number, readonly Range[]>(), right: new Map<number, readonly Range[]>() };
	const rows: Row[] = [];
	let common = 0;
	let [l, r, removed] = [0, 0, 0];
	const closeBlock = (added: number): void => {
		for (const pair of alikeLines(left.slice(l, l + removed), right.slice(r, r + added))) {
			common += pair.diff.common;
			if (pair.diff.left.length > 0) words.left.set(l + pair.left, pair.diff.left);
			if (pair.diff.right.length > 0) words.right.set(r + pair.right, pair.diff.right);
		}
		for (; removed > 0; removed--) rows.push({ kind: 'left', left: l++ });
		for (let count = added; count > 0; count--) rows.push({ kind: 'right', right: r++ });
	};
	const text = ({ text }: ComparedLine): string => text.trimEnd();
	for (const change of diffArrays(left.map(text), right.map(text))) {
		if (change.removed) removed = change.value.length;
		else if (change.added) closeBlock(change.value.length);
		else {
			closeBlock(0);
			for (let count = change.value.length; count > 0; count--) {
				common += weight(left[l]);
				rows.push({ kind: 'same', left: l++, right: r++ });
			}
		}
	}
	closeBlock(0);
	const all = [...left, ...right].reduce((sum, line) => sum + weight(line), 0);
	return { similarity: all === 0 ? 1 : (2 * common) / all, ...words, rows };
}

function weight(line: ComparedLine | undefined): number {
	return line ? lineWeight(line.text.slice(0, line.code)) : 0;
}

interface AlikePair {
	readonly left: number;
	readonly right: number;
	readonly diff: LineDiff;
}

/** Pairs the lines of two blocks that are alike, in order, such that all pairs together have the most in common. */
function alikeLines(left: readonly ComparedLine[], right: readonly ComparedLine[]): AlikePair[] {
	if (left.length * right.length > mostCombinations) return [];
	const leftBags = left.map(({ text, code }) => wordBag(text.slice(0, code)));
	const rightBags = right.map(({ text, code }) => wordBag(text.slice(0, code)));
	const diffs = leftBags.map((a) => rightBags.map((b) => (mayBeAlike(a, b) ? wordDiff(a.text, b.text) : null)));
	/** The most that the lines from `i` on the left and `j` on the right can have in common. */
	const best = Array.from({ length: left.length + 1 }, () => new Float64Array(right.length + 1));
	const bestAt = (i: number, j: number): number => best[i]?.[j] ?? 0;
	const paired = (i: number, j: number): number => {
		const diff = diffs[i]?.[j];
		return diff ? diff.common * diff.ratio + bestAt(i + 1, j + 1) : -1;
	};
	for (let i = left.length - 1; i >= 0; i--) {
		const row = best[i];
		for (let j = right.length - 1; j >= 0 && row; j--) {
			row[j] = Math.max(bestAt(i + 1, j), bestAt(i, j + 1), paired(i, j));
		}
	}
	const pairs: AlikePair[] = [];
	for (let i = 0, j = 0; i < left.length && j < right.length; ) {
		const diff = diffs[i]?.[j];
		if (diff && paired(i, j) === bestAt(i, j)) pairs.push({ left: i++, right: j++, diff });
		else if (bestAt(i + 1, j) === bestAt(i, j)) i++;
		else j++;
	}
	return pairs;
}
