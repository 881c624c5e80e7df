import { describe, expect, it } from 'vitest';
import { excessOf } from '../../src/parse/excess.ts';
import { ExcessError, parseMarkdown, parseShallow } from '../../src/parse/markdown.ts';

function whatOf(text: string): string | null {
	return excessOf(text)?.what ?? null;
}

const fence = '```js\nif (a[0] && b[1]) c = `d`; // * _ ~\n```\n\n';

describe('what no person writes is too much', () => {
	it.each([
		['labels in one paragraph', '**Incorrect:** '.repeat(20_000), 'in one paragraph'],
		['labels below one another', '**Incorrect:**\n'.repeat(20_000), 'in one paragraph'],
		['lists inside lists', '1) '.repeat(20_000), 'inside one another'],
		['quotes inside quotes', `${'>'.repeat(51)} a`, 'inside one another'],
		['quotes and lists by turns', '> - '.repeat(3000), 'inside one another'],
		['brackets', '['.repeat(20_000) + ']'.repeat(20_000), 'in one paragraph'],
		['crossing emphasis', '*_'.repeat(20_000), 'in one paragraph'],
		['strikethrough that never ends', '~a '.repeat(20_000), 'in one paragraph'],
		['underlined headings', 'a\n=\n'.repeat(20_000), 'alone'],
		['list items', '- a\n'.repeat(20_000), 'outside of code'],
		['rows of a table', `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(20_000)}`, 'outside of code'],
		['footnotes', '[^1]: b\n\n'.repeat(20_000), 'outside of code'],
		['letters', 'a'.repeat(1_000_001), 'letters'],
		['signs behind what only looks like a fence', `\`\`\`a \`${'*'.repeat(6000)}`, 'in one paragraph'],
		['the same with other line ends', '**Incorrect:**\r'.repeat(20_000), 'in one paragraph'],
	])('%s', (_, text, what) => {
		expect(whatOf(text)).toContain(what);
	});
});

describe('what a long rule holds is not', () => {
	it.each([
		['words', 'Close what you open, whatever happens in between. '.repeat(10_000)],
		['paragraphs', 'Close `what` you **open** [here](a.md).\n\n'.repeat(4000)],
		['a long paragraph', 'Close `what` you **open**. '.repeat(800)],
		['a large table', `|a|b|\n|-|-|\n${'| `a` | *b* |\n'.repeat(1000)}`],
		['lists a few levels deep', '- a\n  - b\n    - > c\n'.repeat(2000)],
		['lines across the page', `${'- '.repeat(200)}\n\n${'* '.repeat(200)}\n\n${'-'.repeat(200)}\n\n`],
		['fences of three kinds', `${fence}~~~\na\n~~~\n\n\`\`\`\`md\n\`\`\`\n\`\`\`\n\`\`\`\`\n\n`.repeat(500)],
		['white space', `a${' '.repeat(100_000)}b\n${'\t'.repeat(100_000)}\n${'\n'.repeat(100_000)}`],
		['nothing', ''],
	])('%s', (_, text) => {
		expect(excessOf(text)).toBeNull();
	});
});

describe('a text with too much in it', () => {
	const text = `---\ntitle: A\n---\n\n${fence.repeat(3)}${'>'.repeat(51)} a\n`;

	it('is refused at the line that is too much, code above it included', () => {
		expect(() => parseMarkdown(text, 'md')).toThrow(ExcessError);
		const thrown = [text, text.replaceAll('\n', '\r\n')].map((one) => {
			try {
				return parseMarkdown(one, 'md');
			} catch (error) {
				return error instanceof ExcessError ? error.place : error;
			}
		});
		expect(thrown).toEqual([
			{ line: 17, column: 1 },
			{ line: 17, column: 1 },
		]);
	});

	it.each(['md', 'html', 'mdx'] as const)('is refused as %s', (flavour) => {
		expect(() => parseMarkdown(text, flavour)).toThrow(ExcessError);
	});

	it('is no text at all where nothing depends on it', () => {
		expect(parseShallow(text)).toBeNull();
	});

	it.each(['\n', '\r\n'])('may have it in its code (%j)', (end) => {
		const code = '**Incorrect:** `[*_'.repeat(10_000);
		const whole = ['---', 'title: A', '---', '', '```js', code, '```', ''].join(end);
		expect(parseMarkdown(whole, 'md').children.map(({ type }) => type)).toEqual(['yaml', 'code']);
	});

	it('is refused when what looks like its code is none', () => {
		const comment = `<!--\n\`\`\`\n-->\n\n${'*a '.repeat(6000)}\n\n\`\`\`\n`;
		expect(() => parseMarkdown(comment, 'md')).toThrow(ExcessError);
	});
});
