import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { endOfCode, lineHtml, type Token, textOf } from '../../src/render/code-line.ts';

const token = (text: string, cssClass: string | null = null): Token => ({ text, cssClass });

describe('a line as HTML', () => {
	it.each<[string, Token[], [number, number][], string]>([
		[
			'neighbours of one class share a span',
			[token('a', 'tk'), token(' '), token('b', 'tk')],
			[],
			'<span class="tk">a b</span>',
		],
		[
			'a range around whole tokens',
			[token('a', 'tk'), token('b')],
			[[0, 2]],
			'<mark><span class="tk">a</span>b</mark>',
		],
		[
			'a token is cut where a range ends',
			[token('"abc"', 'ts')],
			[[1, 3]],
			'<span class="ts">"</span><mark><span class="ts">ab</span></mark><span class="ts">c"</span>',
		],
		['signs of HTML are text', [token('a<b')], [[1, 2]], 'a<mark>&lt;</mark>b'],
	])('%s', (_, line, ranges, html) => {
		const marked = ranges.map(([start, end]) => ({ start, end }));
		expect(lineHtml(line, marked).replaceAll('&quot;', '"')).toBe(html);
	});

	it('has the text of the line, whatever is marked in it', () => {
		const tokens = fc.array(
			fc.record({ text: fc.string({ minLength: 1, maxLength: 6 }), cssClass: fc.constantFrom(null, 'tk', 'ts') }),
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
		['a comment behind code', [token('x = 1'), token('  '), token('# one', 'tc')], 5],
		['no comment', [token('x = 1')], 5],
		['nothing but a comment', [token('  '), token('# one', 'tc')], 7],
		['a comment inside code', [token('f('), token('/* a */', 'tc'), token(')')], 10],
	])('%s', (_, line, end) => {
		expect(endOfCode(line)).toBe(end);
	});
});
