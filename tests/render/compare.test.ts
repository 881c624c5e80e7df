import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparedLine, compareLines, type WordRanges } from '../../src/render/compare.ts';

/** Lines of a text; what follows `#` is a comment behind the code. */
const lines = (...texts: string[]): ComparedLine[] =>
	texts.map((text) => ({ text, code: text.indexOf('  #') < 0 ? text.length : text.indexOf('  #') }));

const words = (side: readonly ComparedLine[], ranges: WordRanges | undefined): string[] =>
	[...(ranges ?? [])].flatMap(([line, found]) =>
		found.map(({ start, end }) => side[line]?.text.slice(start, end) ?? ''),
	);

describe('the words that differ between two lines that are alike', () => {
	it.each<[left: string, right: string, onLeft: string[], onRight: string[]]>([
		['fetch(url, 10)', 'fetch(url, 20)', ['10'], ['20']],
		['const user = load(id)', 'const user = await load(id)', [], ['await']],
		['<p class="text-sm px-1">', '<p class="text-xs px-1">', ['sm'], ['xs']],
		['return isPaid(order, customer)', 'return isOpen(order, customer)', ['isPaid'], ['isOpen']],
		['    return total', 'return total', [], []],
		['total = sum(a)  # slow', 'total = sum(b)  # fast', ['a'], ['b']],
		['print("名前", value)', 'print("値段", value)', ['名前'], ['値段']],
	])('%s → %s', (left, right, onLeft, onRight) => {
		const [a, b] = [lines(left), lines(right)];
		const comparison = compareLines(a, b);
		expect(words(a, comparison?.left)).toEqual(onLeft);
		expect(words(b, comparison?.right)).toEqual(onRight);
	});

	it.each([
		['</div>', '</main>'],
		['}', '})'],
		['import os', 'def main():'],
		['', 'return total'],
		[`call(${'a, '.repeat(100)}1)`, `call(${'a, '.repeat(100)}2)`],
		[Array.from({ length: 31 }, (_, n) => `${n}+a`).join(), Array.from({ length: 31 }, (_, n) => `a-${n}`).join()],
	])('are not looked for where the lines are not alike: %s → %s', (left, right) => {
		const comparison = compareLines(lines(left), lines(right));
		expect([...(comparison?.left ?? []), ...(comparison?.right ?? [])]).toEqual([]);
	});

	it('are found beside lines that are new', () => {
		const [a, b] = [
			lines('open(path)', 'read(path, 1)'),
			lines('check(other)', 'open(path)', 'log()', 'read(path, 2)'),
		];
		expect(words(b, compareLines(a, b)?.right)).toEqual(['2']);
	});
});

describe('the similarity of two texts', () => {
	it.each<[string, string[], string[], number]>([
		['the same text', ['a = 1', 'b = 2'], ['a = 1', 'b = 2'], 1],
		['white space does not count', ['  a = 1'], ['a = 1'], 1],
		['nothing in common', ['alpha beta'], ['gamma delta'], 0],
		['half of the lines', ['abcd', 'efgh'], ['abcd', 'ijkl'], 0.5],
		['no text at all', [''], [''], 1],
	])('%s', (_, left, right, similarity) => {
		expect(compareLines(lines(...left), lines(...right))?.similarity).toBe(similarity);
	});

	it('is not measured for texts of more than 200 lines', () => {
		const long = lines(...Array.from({ length: 201 }, (_, line) => `line ${line}`));
		expect(compareLines(long, lines('a'))).toBeNull();
		expect(compareLines(lines('a'), long)).toBeNull();
	});
});

describe('whatever two texts hold', () => {
	const text = fc.array(
		fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('a b', 'a c', '  a b', '}', '😀 a b', '')),
		{
			maxLength: 12,
		},
	);

	it('each line stands in the rows once, in order, and ranges lie in their lines', () => {
		fc.assert(
			fc.property(text, text, (a, b) => {
				const [left, right] = [lines(...a), lines(...b)];
				const comparison = compareLines(left, right);
				if (comparison === null) throw new Error('short texts are compared');
				const { rows, similarity } = comparison;
				expect(rows.flatMap((row) => (row.kind === 'right' ? [] : row.left))).toEqual(a.map((_, line) => line));
				expect(rows.flatMap((row) => (row.kind === 'left' ? [] : row.right))).toEqual(b.map((_, line) => line));
				for (const row of rows) {
					if (row.kind === 'same') expect(a[row.left]?.trimEnd()).toBe(b[row.right]?.trimEnd());
				}
				expect(similarity).toBeGreaterThanOrEqual(0);
				expect(similarity).toBeLessThanOrEqual(1);
				for (const [side, ranges] of [[left, comparison.left] as const, [right, comparison.right] as const]) {
					for (const [line, found] of ranges) {
						let end = 0;
						for (const range of found) {
							expect(range.start).toBeGreaterThanOrEqual(end);
							expect(range.end).toBeGreaterThan(range.start);
							end = range.end;
						}
						expect(end).toBeLessThanOrEqual(side[line]?.text.length ?? 0);
					}
				}
			}),
		);
	});
});
