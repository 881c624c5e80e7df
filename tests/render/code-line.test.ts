import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { endOfCode, lineHtml, type Token, textOf } from '../../src/render/code-line.ts';

const token = (text: string, element: string | null = null): Token => ({ text, element });

describe('a line as HTML', () => {
	it.each<[string, Token[], [number, number][], string]>([
		[
			'neighbours of one kind share an element',
			[token('a', 't-k'), token(' '), token('b', 't-k')],
			[],
			'<t-k>a b</t-k>',
		],
		['a range around whole tokens', [token('a', 't-k'), token('b')], [[0, 2]], '<mark><t-k>a</t-k>b</mark>'],
		[
			'a token is cut where a range ends',
			[token('"abc"', 't-s')],
			[[1, 3]],
			'<t-s>"</t-s><mark><t-s>ab</t-s></mark><t-s>c"</t-s>',
		],
		['signs of HTML are text', [token('a<b')], [[1, 2]], 'a<mark>&lt;</mark>b'],
	])('%s', (_, line, ranges, html) => {
		const marked = ranges.map(([start, end]) => ({ start, end }));
		expect(lineHtml(line, marked)).toBe(html);
	});

	it('has the text of the line, whatever is marked in it', () => {
		const tokens = fc.array(
			fc.record({ text: fc.string({ minLength: 1, maxLength: 6 }), element: fc.constantFrom(null, 't-k', 't-s') }),
		);
		fc.assert(
			fc.property(tokens, fc.uniqueArray(fc.nat(30), { maxLength: 8 }), (line, places) => {
				const { length } = textOf(line);
				const ends = places.filter((place) => place <= length).sort((a, b) => a - b);
				const marked = ends.flatMap((start, i) =>
					i % 2 === 0 && ends[i + 1] !== undefined ? { start, end: ends[i + 1] ?? 0 } : [],
				);
				expect(plainText(fromHtml(lineHtml(line, marked), { fragment: true }))).toBe(textOf(line));
			}),
		);
	});
});

describe('the end of the code of a line', () => {
	it.each<[string, Token[], number]>([
		['a comment behind code', [token('x = 1'), token('  '), token('# one', 't-c')], 5],
		['no comment', [token('x = 1')], 5],
		['nothing but a comment', [token('  '), token('# one', 't-c')], 7],
		['a comment inside code', [token('f('), token('/* a */', 't-c'), token(')')], 10],
	])('%s', (_, line, end) => {
		expect(endOfCode(line)).toBe(end);
	});
});
