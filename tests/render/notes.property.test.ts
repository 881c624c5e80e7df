import fc from 'fast-check';
import { expect, it } from 'vitest';
import { render } from './render-rule.ts';

/** A block of Markdown; `#` stands for a word that no other block has, `@` for what indents the block. */
const block = fc.oneof(
	fc.constantFrom(
		'@#\n\n',
		'@#[^a] [^b] [^c]\n\n',
		'@- #[^c]\n\n',
		'@```js\n@#\n@```\n\n',
		'**Incorrect (#[^a]):**\n\n```js\n#\n```\n\n',
		'**Correct (#[^b]):**\n\n```js\n#\n```\n\n',
	),
	fc
		.tuple(fc.constantFrom('@', '@> ', '    @'), fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '[^a]', '[^b]'))
		.map(
			([before, name, reference]) => `${before}[^${name}]: # ${reference}\n\n    @\`\`\`js\n    @#\n    @\`\`\`\n\n`,
		),
);
const markdown = fc.array(fc.tuple(block, fc.constantFrom('', '    ')), { maxLength: 10 }).map((blocks) => {
	let words = 0;
	return blocks
		.map(([text, indent]) => text.replaceAll('@', indent))
		.join('')
		.replaceAll('#', () => `word${words++}z`);
});

it('nothing is lost, wherever notes and references stand, and every reference leads to one note', async () => {
	await fc.assert(
		fc.asyncProperty(markdown, async (text) => {
			const { lead, body } = await render(text);
			const html = lead + body;
			expect((text.match(/word\d+z/g) ?? []).filter((word) => !html.includes(word))).toEqual([]);
			const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
			expect(new Set(ids).size).toBe(ids.length);
			const leading = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id = '']) => decodeURIComponent(id));
			expect(leading.filter((id) => !ids.includes(id))).toEqual([]);
		}),
		{ numRuns: 300, seed: 11 },
	);
});
