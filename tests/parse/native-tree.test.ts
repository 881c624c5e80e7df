import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { nativeTree } from '../../src/parse/native-tree.ts';

const remark = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

const head = '---\ntitle: A\n---\n\n';
const folders = ['content', 'tests/fixtures'].map((name) => join(import.meta.dirname, '../..', name));

/** Of rules that people write: what the two parsers must read alike, and the faster one must not pass over. */
const common: readonly (readonly [what: string, text: string])[] = [
	['paragraphs and headings', `${head}## A\n\nOne *two* **three** \`four\`\nfive.\n\n### B ###\n\nC\n===\n`],
	['fences', `${head}**Incorrect (a):**\n\n\`\`\`js\na[0] = b * c; // @d <e>\n\`\`\`\n\n~~~\n|a|\n~~~\n`],
	['lists', `${head}- a\n- b\n  - c\n\n    d\n\n1. e\n2. f\n   \`\`\`js\n   g\n   \`\`\`\n`],
	['quotes', `${head}> **Note** a\n> b\n`],
	['tables', `${head}| a | b |\n|---|:-:|\n| \`c\` | d |\n`],
	['links and pictures', `${head}See [a](b.md "c"), [d](https://a.example) and ![e](f.png).\n`],
	['other letters', `${head}日本語 é — “a” ✅ 🙂 **b** c\n`],
	['line ends of Windows', `${head}## A\n\n- b\n\n\`\`\`js\nc\n\`\`\`\n`.replaceAll('\n', '\r\n')],
	['numbers that are about right', `${head}From ~20 ms to (~30 ms).\n`],
	['bars that make no table', `${head}O(|a|), b | c\nd | e\n\n- f | g\n`],
	['signs of emphasis that stand alone', `${head}O(n*m)\n\n- \`a\`, _b.md\n- c_\n- [d*](e)\n\n| f* | g |\n|---|---|\n`],
	['no frontmatter', '# A\n\nb\n'],
	['nothing', ''],
];

/** What the two parsers read differently, or did in some version: left to remark. */
const doubtful: readonly (readonly [what: string, text: string])[] = [
	['HTML, which is text in a pack that nobody trusts', 'a <b>c</b>\n'],
	['a comment', '<!-- a -->\n'],
	['emphasis that is not closed alike', '_*a (b):**\n'],
	['emphasis at the edge of emphasis', 'o*_a_*\n'],
	['emphasis beside half of a sign', '*%*😀\n'],
	['addresses', 'https://a.example\n'],
	['an address of a person', 'a@b.example\n'],
	['boxes', '- [ ] `a`\n'],
	['definitions', '[a]: b\n\n[a]\n'],
	['notes', 'a[^1]\n\n[^1]: b\n'],
	['a fence that its list item ends', '1. ```js\n1. a\n'],
	['a fence that its quote ends', '> ```\na\n'],
	['code by indent', 'a\n\n    b\n'],
	['what is nearly a table', 'a | b | c\n-|-\n'],
	['two signs of emphasis in a block', 'O(n*m) and *b\n'],
	['a sign of emphasis beside emphasis', '*a* b*\n'],
	['a line end before markup in a list', '- a\n  `b`\n'],
	['a break in a quote', '> a  \n> b\n'],
	['quotes in lists', '- > a\n'],
	['white space behind the language', '```js \na\n```\n'],
	['a backslash at the end of a line in a link', '[\\\n](a)\n'],
	['NUL', 'a\0b\n'],
	['half a sign', 'a\ud83d\n'],
	['a lone carriage return', 'a\rb\n'],
];

const openFrontmatter = ['---\ntitle: A\n', '---\ntitle: A\n...\n\nb\n\n---\n'];

const pieces = [...common, ...doubtful]
	.flatMap(([, text]) => text.replace(head, '').split(/(?<=\n)|(?<= )/))
	.concat(
		'*',
		'_',
		'`',
		'~',
		'[',
		'](',
		')',
		'|',
		'|-|-|\n',
		'    ',
		'\t',
		'> ',
		'- ',
		'1. ',
		'```\n',
		'\n',
		'\n\n',
		'  \n',
		'#',
		'\\',
		'&amp;',
		'<',
		'😀',
	);

/** Null, or the tree that remark makes. */
function expectAlike(text: string): void {
	const tree = nativeTree(text);
	if (tree !== null) expect(tree).toEqual(remark.parse(text));
}

describe('the native parser', () => {
	it.each(common)('reads %s as remark does', (_, text) => {
		expect(nativeTree(text)).toEqual(remark.parse(text));
	});

	it.each(doubtful)('leaves %s to remark', (_, text) => {
		expect(nativeTree(text)).toBeNull();
		expect(nativeTree(head + text)).toBeNull();
	});

	it.each(openFrontmatter)('leaves %j to remark', (text) => {
		expect(nativeTree(text)).toBeNull();
	});

	it.each(
		folders.flatMap((folder) =>
			readdirSync(folder, { recursive: true, encoding: 'utf8' })
				.filter((name) => name.endsWith('.md'))
				.map((name) => join(folder, name)),
		),
	)('reads %s alike or not at all', (path) => {
		expectAlike(readFileSync(path, 'utf8'));
	});

	it('reads alike, or not at all, whatever is put together', () => {
		const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(''));
		fc.assert(
			fc.property(text, fc.boolean(), (body, hasHead) => expectAlike(hasHead ? head + body : body)),
			{ numRuns: 3000 },
		);
	});

	it('gives up what is nested too deeply, and does not end the process', () => {
		const lists = Array.from({ length: 900 }, (_, depth) => `${' '.repeat(2 * depth)}- a\n`).join('');
		const brackets = '['.repeat(2500) + ']'.repeat(2500);
		const emphasis = `${'**a '.repeat(1200)}${'b** '.repeat(1200)}`;
		for (const text of [lists, brackets, emphasis, '> '.repeat(50)]) expect(() => nativeTree(text)).not.toThrow();
	});
});
