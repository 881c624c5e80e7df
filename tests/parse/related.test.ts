import { describe, expect, it } from 'vitest';
import { frontmatterOf } from './frontmatter-cases.ts';

const named = (yaml: string) =>
	frontmatterOf(`title: A\n${yaml}`)
		.frontmatter?.related.map(({ name, place }) => `${name} ${place.line}:${place.column}`)
		.join(', ');

describe('`related` names rules', () => {
	it.each([
		['related: one', 'one 3:10'],
		['related: one, pack/two', 'one 3:10, pack/two 3:15'],
		['related: [one, "two"]', 'one 3:11, two 3:17'],
		['related:\n  - one\n  - two.md', 'one 4:5, two.md 5:5'],
		['related:', ''],
		['related: ", ,"', ''],
	])('%j', (yaml, expected) => {
		expect(named(yaml)).toEqual(expected);
	});

	it('and is no key of the author’s own then', () => {
		expect(frontmatterOf('title: A\nrelated: one').frontmatter?.extra).toEqual({});
	});

	it.each(['related: { url: x }', 'related:\n  - url: x'])('but %j is kept as the author’s own', (yaml) => {
		const { frontmatter, diagnostics } = frontmatterOf(`title: A\n${yaml}`);
		expect(frontmatter?.related).toEqual([]);
		expect(frontmatter?.extra).toHaveProperty('related');
		expect(diagnostics).toEqual([]);
	});
});
