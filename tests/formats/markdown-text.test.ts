import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtWord } from '../../src/formats/cut.ts';
import { markdownText } from '../../src/formats/markdown-text.ts';

/** What a reader sees, by a parser that is not ours. */
function shown(markdown: string): string {
	return new HtmlRenderer().render(new Parser().parse(`A ${markdown} Z`)).trim();
}

function asHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const pieces = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'<b>',
				'[x](y)',
				'![i](z)',
				'*a*',
				'__b__',
				'`c`',
				'``',
				'\\',
				'&lt;',
				'#',
				'- ',
				'\n',
				'https://a.org',
				'😀',
			),
			fc.string({ unit: 'grapheme-ascii' }),
		),
	)
	.map((some) => some.join(''));

describe('text as Markdown', () => {
	test('shows every letter, and nothing comes alive', () => {
		fc.assert(
			fc.property(pieces, (text) => {
				const line = `A ${text.replace(/\s+/g, ' ').trim()} Z`;
				expect(shown(markdownText(text)).replaceAll('\u2060', '')).toBe(`<p>${asHtml(line)}</p>`);
			}),
		);
	});

	test.each([
		['Use `a < b` & <main>', '<p>A Use <code>a &lt; b</code> &amp; &lt;main&gt; Z</p>'],
		['``a ` b`` and `[c]`', '<p>A <code>a ` b</code> and <code>[c]</code> Z</p>'],
		['an odd ` stays', '<p>A an odd ` stays Z</p>'],
		['`a` *b* `c`', '<p>A <code>a</code> *b* <code>c</code> Z</p>'],
	])('%s keeps the code spans of its author', (text, html) => {
		expect(shown(markdownText(text, { code: true }))).toBe(html);
	});
});

describe('a cut', () => {
	test.each([
		['short', 10, 'short'],
		['exactly 10', 10, 'exactly 10'],
		['two words more', 10, 'two words…'],
		['two words', 8, 'two…'],
		['unbroken-text', 8, 'unbroke…'],
		['1234567😀90', 9, '1234567…'],
	])('%j to %i is %j', (text, most, expected) => {
		expect(cutAtWord(text, most)).toBe(expected);
	});

	test('is never longer than asked, and keeps text that fits', () => {
		fc.assert(
			fc.property(pieces, fc.integer({ min: 1, max: 40 }), (text, most) => {
				const cut = cutAtWord(text, most);
				expect(cut.length).toBeLessThanOrEqual(most);
				if (text.length <= most) expect(cut).toBe(text);
			}),
		);
	});
});
