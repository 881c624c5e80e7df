import { expect, it } from 'vitest';
import { shortFacts } from '../../src/site/extra.ts';

it('shows what fits in a line and leaves out the rest', () => {
	const facts = shortFacts({
		since: '1.9.11',
		priority: 3,
		reviewed: false,
		empty: ' ',
		nothing: null,
		list: ['a'],
		map: { a: 1 },
		lines: 'one\ntwo',
		long: 'x'.repeat(121),
	});
	expect(facts).toEqual([
		['since', '1.9.11'],
		['priority', '3'],
		['reviewed', 'no'],
	]);
});
