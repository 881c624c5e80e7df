import fc from 'fast-check';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { parseShallow } from '../../src/parse/markdown.ts';
import { plainText } from '../../src/parse/section-text.ts';
import { parseSkill } from '../../src/parse/skill.ts';
import { sourceOf } from './source.ts';

test.each<[text: string, name: string | null, description: string | null, heading: string | null]>([
	['---\nname: web\ndescription: Rules for the web\n---\n\n# Web Rules\n', 'web', 'Rules for the web', 'Web Rules'],
	['---\r\nname: "web"\r\n---\r\n# `Web` *rules*\r\n', 'web', null, 'Web rules'],
	['---\ndescription: >\n  Two\n  lines\n---\n', null, 'Two lines', null],
	['---\nname: [a]\ndescription:\n---\n## No H1\n', null, null, null],
	['---\nname: web\nother: : broken\n---\n# Web\n', 'web', null, 'Web'],
	['Text\n\n# First\n\n# Second\n', null, null, 'First'],
	['', null, null, null],
	['---\nname: a\n# comment\n---\n\n# Web\n', 'a', null, 'Web'],
	['---\nname: a\n# never closed\n', null, null, 'never closed'],
	['```sh\n# comment\n```\n\n# Web\n', null, null, 'Web'],
	['<!--\n# hidden\n-->\n# Web', null, null, 'Web'],
	['Web\n===\n\n# Second\n', null, null, 'Web'],
	['- a\n\n  # In a list\n\n# Web\n', null, null, 'Web'],
	['# [Web][1] a\n\n[1]: https://example.org\n', null, null, 'Web a'],
])('%j', (text, name, description, heading) => {
	expect(parseSkill(sourceOf(text, 'SKILL.md'))).toEqual({ name, description, heading });
});

test('what follows the first heading makes no difference', () => {
	const piece = fc.constantFrom(
		'---\n',
		'name: a\n',
		'# ',
		'\n',
		'x',
		'```\n',
		'<!--',
		'-->',
		'> ',
		'- ',
		'===\n',
		'\r\n',
		'[a]',
	);
	const text = fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(''));
	const heading = (tree: Root | null): string =>
		plainText(
			tree?.children.find((node) => node.type === 'heading' && node.depth === 1) ?? { type: 'root', children: [] },
		);
	fc.assert(
		fc.property(text, (all) => {
			expect(parseSkill(sourceOf(all)).heading).toBe(heading(parseShallow(all)) || null);
		}),
		{ numRuns: 1000 },
	);
});

test('any text has a header', () => {
	const piece = fc.constantFrom('---\n', 'name: ', '# ', '\n', '&a', '*a', '[', '{', '"', 'x', '`', ': ', '\0');
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.array(piece).map((pieces) => pieces.join('')),
			),
			(text) => {
				expect(Object.keys(parseSkill(sourceOf(text)))).toEqual(['name', 'description', 'heading']);
			},
		),
	);
});
