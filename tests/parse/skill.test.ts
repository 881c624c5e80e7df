import fc from 'fast-check';
import { expect, test } from 'vitest';
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
])('%j', (text, name, description, heading) => {
	expect(parseSkill(sourceOf(text, 'SKILL.md'))).toEqual({ name, description, heading });
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
