import { diffArrays } from 'diff';

/** Part of a line, in UTF-16 units: from `start` up to, not including, `end`. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

export interface LineDiff {
	/** Characters that both lines have, white space aside. */
	readonly common: number;
	/** 0 to 1: twice `common` over the characters of both lines. */
	readonly ratio: number;
	/** What only the left line has, in whole words and signs. */
	readonly left: readonly Range[];
	readonly right: readonly Range[];
}

/**
 * From this ratio on two lines count as one line that was changed. Chosen by reading 90 pairs of lines of real rules: by
 * ratio, marks told the change in half of them from 0.45, in 7 of 10 from 0.5, in 8 of 10 from 0.55 and in nearly all
 * from 0.65. What is below mostly shares no more than its frame, as `</div>` and `</main>` do.
 */
const alikeFrom = 0.55;
/** Words are not compared in longer lines, and not further than to so many words and signs that only one line has. */
const longestLine = 300;
const mostEdits = 60;

const word = /[\p{L}\p{N}\p{M}_$]+|\s+|./gsu;
const isWord = /[\p{L}\p{N}]/u;

/** A line with what can be compared without regard to order, which is cheap. */
export interface WordBag {
	readonly text: string;
	readonly size: number;
	/** Characters by word. */
	readonly sizes: ReadonlyMap<string, number>;
}

export function wordBag(text: string): WordBag {
	const sizes = new Map<string, number>();
	if (text.length > longestLine) return { text, size: 0, sizes };
	for (const part of text.match(word) ?? []) sizes.set(part, (sizes.get(part) ?? 0) + lineWeight(part));
	return { text, size: lineWeight(text), sizes };
}

/** False when two lines share no word, or when even in the best order their ratio could not be high enough. */
export function mayBeAlike(a: WordBag, b: WordBag): boolean {
	const enough = (alikeFrom * (a.size + b.size)) / 2;
	if (Math.min(a.size, b.size) < Math.max(enough, 1)) return false;
	let common = 0;
	let sharesWord = false;
	for (const [part, size] of a.sizes) {
		const both = Math.min(size, b.sizes.get(part) ?? 0);
		common += both;
		sharesWord ||= both > 0 && isWord.test(part);
	}
	return sharesWord && common >= enough;
}

/** What differs between two lines; null when they are not alike. */
export function wordDiff(a: string, b: string): LineDiff | null {
	const left: Range[] = [];
	const right: Range[] = [];
	let [common, l, r] = [0, 0, 0];
	const changes = diffArrays(a.match(word) ?? [], b.match(word) ?? [], { maxEditLength: mostEdits });
	for (const { value, added, removed } of changes ?? []) {
		const { length } = value.join('');
		if (removed) left.push({ start: l, end: l + length });
		else if (added) right.push({ start: r, end: r + length });
		else common += lineWeight(value.join(''));
		if (!added) l += length;
		if (!removed) r += length;
	}
	const ratio = (2 * common) / (lineWeight(a) + lineWeight(b));
	return ratio < alikeFrom ? null : { common, ratio, left: tidy(a, left), right: tidy(b, right) };
}

/** Ranges without white space at their ends; two with nothing but one sign or white space between them become one. */
function tidy(line: string, ranges: readonly Range[]): Range[] {
	const tidied: Range[] = [];
	for (const range of ranges) {
		const text = line.slice(range.start, range.end);
		const start = range.start + (text.length - text.trimStart().length);
		const end = range.start + text.trimEnd().length;
		if (start >= end) continue;
		const last = tidied.at(-1);
		const between = last && line.slice(last.end, start).trim();
		if (last && between !== undefined && between.length <= 1 && !isWord.test(between))
			tidied.splice(-1, 1, { start: last.start, end });
		else tidied.push({ start, end });
	}
	return tidied;
}

/** How much a text counts: its characters, white space aside. */
export function lineWeight(text: string): number {
	return text.replace(/\s+/g, '').length;
}
