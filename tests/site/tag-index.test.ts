import { describe, expect, it } from 'vitest';
import type { Tag } from '../../src/domain/rule.ts';
import { byLetter, mostUsed } from '../../src/site/tag-index.ts';

function tag(name: string, rules = 1): Tag {
	return {
		key: name.toLowerCase(),
		slug: name,
		name,
		rules: Array.from({ length: rules }, (_, n) => `p/${n}` as const),
	};
}

describe('byLetter', () => {
	it('groups by the first Latin letter, without regard to case and accents, and puts all others last', () => {
		const groups = byLetter([
			tag('$meta'),
			tag('zip'),
			tag('API'),
			tag('école'),
			tag('中文'),
			tag('array'),
			tag('2fa'),
		]);
		expect(groups.map(({ letter, tags }) => [letter, tags.map(({ name }) => name)])).toEqual([
			['A', ['API', 'array']],
			['E', ['école']],
			['Z', ['zip']],
			['#', ['$meta', '2fa', '中文']],
		]);
	});
});

describe('mostUsed', () => {
	it('puts the most used first, equals by name, and stops at the count', () => {
		const names = mostUsed([tag('b', 2), tag('c', 9), tag('a', 2), tag('d')], 3).map(({ name }) => name);
		expect(names).toEqual(['c', 'a', 'b']);
	});
});
