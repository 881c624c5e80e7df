import { describe, expect, it } from 'vitest';
import { paged, pageParam, pagePath } from '../../src/site/paging.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('paged', () => {
	it.each([
		[0, [0]],
		[1, [1]],
		[200, [200]],
		[201, [200, 1]],
		[450, [200, 200, 50]],
	])('%i items make pages of %j', (count, sizes) => {
		const pages = paged(numbers(count));
		expect(pages.map(({ items }) => items.length)).toEqual(sizes);
		expect(pages.flatMap(({ items }) => items)).toEqual(numbers(count));
		expect(pages.map(({ page, pages: of, total }) => [page, of, total])).toEqual(
			sizes.map((_, index) => [index + 1, sizes.length, count]),
		);
	});
});

it('the first page has the address of the list', () => {
	expect([pagePath('/impact/high/', 1), pageParam(1)]).toEqual(['/impact/high/', undefined]);
	expect([pagePath('/impact/high/', 2), pageParam(2)]).toEqual(['/impact/high/2/', '2']);
});
