import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brief, counted, inlineHtml, plainText } from '../../../src/site/html/text.ts';

describe('inlineHtml', () => {
	it.each([
		['plain', 'plain'],
		['Use `useMemo` twice', 'Use <code>useMemo</code> twice'],
		['`a` and `b`', '<code>a</code> and <code>b</code>'],
		['a ``b ` c`` d', 'a <code>b ` c</code> d'],
		['one ` alone', 'one ` alone'],
		['<script setup> & "quotes"', '&lt;script setup&gt; &amp; &quot;quotes&quot;'],
		['`<T>`', '<code>&lt;T&gt;</code>'],
		['{{fn}} 标题', '{{fn}} 标题'],
	])('%j becomes %j', (text, html) => {
		expect(inlineHtml(text)).toBe(html);
	});

	it('lets no tag but code through, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', '`', 'a', '/', ' ') }), (text) => {
				expect(inlineHtml(text).replaceAll(/<\/?code>/g, '')).not.toMatch(/[<>"]/);
			}),
		);
	});
});

describe('brief', () => {
	it.each([
		['short enough', 20, 'short enough'],
		['cut between two words', 16, 'cut between two…'],
		['no comma, before the dots', 10, 'no comma…'],
		['没有空格的一行文字', 4, '没有空格…'],
		['ab😀cd', 3, 'ab…'],
	])('%j in %i characters is %j', (text, length, cut) => {
		expect(brief(text, length)).toBe(cut);
	});

	it('is never longer than asked for, but for the dots', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (text, length) => {
				expect(brief(text, length).length).toBeLessThanOrEqual(length + 1);
			}),
		);
	});
});

it('plainText drops the marks of code', () => expect(plainText('Use `x`')).toBe('Use x'));

it.each([
	[1, '1 rule'],
	[0, '0 rules'],
	[6322, '6,322 rules'],
])('%i counted is %j', (count, words) => expect(counted(count, 'rule')).toBe(words));
