import { describe, expect, it } from 'vitest';
import type { Tag } from '../../src/domain/rule.ts';
import { byLetter, hasOwnPage, mostUsed, tagIndex } from '../../src/site/tag-index.ts';

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

describe('the index', () => {
	/** As many tags as asked for, which begin with two letters in turn. */
	const tags = (count: number): Tag[] => Array.from({ length: count }, (_, at) => tag(`${'ab'[at % 2]}${1000 + at}`));

	it('names all rules of a tag of three, and leaves more to a page of the tag', () => {
		expect([1, 3, 4, 99].map((rules) => hasOwnPage(tag('a', rules)))).toEqual([false, false, true, true]);
	});

	it('is one page as long as that is short', () => {
		const { isOnePage, letters, addressOf } = tagIndex(tags(200));
		expect([isOnePage, letters.map(({ path }) => path)]).toEqual([true, ['/tags/#a', '/tags/#b']]);
		expect(addressOf(tag('a1000'))).toBe('/tags/#tag:a1000');
	});

	it('has pages for each letter when there are more', () => {
		const all = tags(802);
		const { isOnePage, letters, addressOf } = tagIndex(all);
		expect(isOnePage).toBe(false);
		expect(letters.map(({ path, count, lists }) => [path, count, lists.map(({ items }) => items.length)])).toEqual([
			['/tags/by-letter/a/', 401, [200, 200, 1]],
			['/tags/by-letter/b/', 401, [200, 200, 1]],
		]);
		expect(addressOf(tag('a1000'))).toBe('/tags/by-letter/a/#tag:a1000');
		expect(addressOf(tag('b1401'))).toBe('/tags/by-letter/b/2/#tag:b1401');
		expect(addressOf(tag('b1401', 4))).toBe('/tags/b1401/');
	});

	it('encodes what an address may not hold, and gathers what begins with no letter', () => {
		const all = [tag('中文'), ...tags(200)];
		expect(tagIndex(all).addressOf(tag('中文'))).toBe('/tags/by-letter/other/#tag:%E4%B8%AD%E6%96%87');
	});
});
