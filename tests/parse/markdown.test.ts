import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { htmlCommentsOnly } from '../../src/parse/html-comments.ts';
import { parseMarkdown } from '../../src/parse/markdown.ts';
import { putCodeBack, setCodeAside } from '../../src/parse/set-code-aside.ts';

/** Remark as its own documentation puts it together, with nothing left out for speed. */
const html = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();
const md = html()
	.use(function (this: Processor) {
		const data = this.data() as { micromarkExtensions?: unknown[] };
		data.micromarkExtensions?.push(htmlCommentsOnly);
	})
	.freeze();
const remark = { md, html } as const;

function expectAlike(text: string): void {
	for (const flavour of ['md', 'html'] as const) {
		expect(parseMarkdown(text, flavour)).toEqual(remark[flavour].parse(text) as Root);
	}
}

const fences = [
	'```js\n',
	'```\n',
	'````\n',
	'~~~\n',
	'~~~ `\n',
	'```a`\n',
	' ```\n',
	'   ```\t\n',
	'```',
	'    ```\n',
];
const containers = [
	'> ',
	'- ',
	'1. ',
	'   ',
	'\t',
	'- ```\n',
	'> ```\n',
	'[^1]: ',
	'<!--',
	'-->',
	'<!-- a\n',
	'<div>\n',
];
const code = [
	'let a = 1\n',
	'|a|b|\n',
	'|-|-|\n',
	'a\n:-\n',
	'# a\n',
	'- a\n',
	'me@example.org\n',
	'[a]: /b\n',
	'---\n',
];
const inline = [
	'---\n',
	'a',
	' ',
	'\n',
	'\n\n',
	'**',
	'~~',
	'~',
	'`',
	'[a]',
	'[^1]',
	'![a](b)',
	'\\',
	'&#64;',
	'&amp;',
	'名',
];
const addresses = [
	'https://a.org',
	'HTTP://a.org',
	'www.a.org',
	'x@a.org',
	'http&#58;//a.org',
	'a&commat;b.org',
	'https://',
];
const uncommon = ['\r\n', '\r', '\0', '\u2028', '\ufeff'];

describe('a text is parsed as remark parses it with all of its extensions', () => {
	it.each([
		'',
		'```js\na\n```',
		'```js\na\n```\n\n# After\n\ntext *b*\n',
		'text\n```\n\n\n```\ntext\n~~~\na\n~~~~  \n> quote\n',
		'```\nnever closed\n\n# a',
		'````\n```\na\n```\n````\n',
		'- item\n```\ncode ends the list\n```\n- item\n',
		' ```\nindented by one\n```\n# heading\n```\nnever closed',
		'<!--\n```\nno code\n```\n-->\n\n```\ncode\n```\n',
		'<div>\n```\nno code\n```\n</div>\n\n```\ncode\n```\n',
		'---\ntitle: a\n```\n---\n\n```\ncode\n```\n',
		'|a|b|\n|-|-|\n|c|d|\n```\ncode\n```\n|e|f|\n',
		'a\n:-\nb\n',
		'```\na\u2028```\nb\n```\n',
		'```\r\na\r\n```\r\nb',
		'\ufeff```\na\n```\nb',
		'[a] and [^1]\n\n```\nc\n```\n\n[a]: /b\n[^1]: note\n\n    ```\n    d\n    ```\n',
	])('%j', expectAlike);

	it('whatever it is made of', () => {
		const piece = fc.oneof(
			{ weight: 3, arbitrary: fc.constantFrom(...fences) },
			...[containers, code, inline, addresses].map((pieces) => ({ weight: 2, arbitrary: fc.constantFrom(...pieces) })),
			{ weight: 1, arbitrary: fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('\n', ...uncommon.slice(0, 1))) },
		);
		const begins = fc.constantFrom('', '---\n', '---\na: b\n---\n', '---\n```\n---\n');
		const text = fc.tuple(begins, fc.array(piece, { maxLength: 24 })).map(([first, pieces]) => first + pieces.join(''));
		const strange = fc.tuple(text, fc.constantFrom(...uncommon), text).map((parts) => parts.join(''));
		fc.assert(fc.property(fc.oneof({ weight: 5, arbitrary: text }, strange), expectAlike), { numRuns: 1000 });
	});
});

describe('the content of fences', () => {
	const long = `# A\n\n${'```js\nlet a = 1\n\nlet b\n```\n\ntext\n\n'.repeat(50)}`;

	it('is kept from the parser', () => {
		expect(setCodeAside(long)?.text).toBe(`# A\n\n${'```js\n```\n\ntext\n\n'.repeat(50)}`);
	});

	it('is put back only where the parser found those fences', () => {
		const { text, asides } = setCodeAside('<!--\n```\na\n```\n-->\n') ?? { text: '', asides: [] };
		expect(asides).toHaveLength(1);
		expect(putCodeBack(md.parse(text) as Root, asides)).toBe(false);
	});
});
