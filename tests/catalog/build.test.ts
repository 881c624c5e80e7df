import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/build.ts';
import { type PackSketch, packOf, section } from './packs.ts';

const catalogOf = (...packs: readonly PackSketch[]) => buildCatalog(packs.map(packOf)).catalog;

test('rules stand in reading order, and previous and next run through the whole pack', () => {
	const { rules, packs } = catalogOf(
		{
			source: 'web',
			sections: [section('Time', 'time'), section('Memory', 'mem')],
			rules: { 'rules/mem-a.md': {}, 'rules/mem-b.md': {}, 'rules/time-c.md': {} },
		},
		{ source: 'api', rules: { 'x.md': {} } },
	);
	expect(rules.map(({ id, section: slug, previous, next }) => [id, slug, previous, next])).toEqual([
		['api/x', 'other', null, null],
		['web/time-c', 'time', null, 'web/mem-a'],
		['web/mem-a', 'mem', 'web/time-c', 'web/mem-b'],
		['web/mem-b', 'mem', 'web/mem-a', null],
	]);
	expect(packs.map((pack) => [pack.name, pack.rules])).toEqual([
		['api', ['api/x']],
		['web', ['web/time-c', 'web/mem-a', 'web/mem-b']],
	]);
	expect(rules[0]?.path).toBe('/rules/api/x/');
	expect(rules[0]).not.toHaveProperty('frontmatter');
});

test('a pack without a publishable rule is not in the catalog', () => {
	expect(catalogOf({ source: 'web', rules: {}, leftOut: ['a.md'] }).packs).toEqual([]);
});

describe('the title of a pack', () => {
	const titles = (...packs: readonly Omit<PackSketch, 'rules'>[]) =>
		catalogOf(...packs.map((pack) => ({ ...pack, rules: { 'a.md': {} } }))).packs.map(({ title }) => title);

	test.each<[why: string, pack: Omit<PackSketch, 'rules'>, title: string]>([
		[
			'its technology',
			{ source: 'tanstack-query', metadata: { technology: 'TanStack Query v5' } },
			'TanStack Query v5',
		],
		['fillers of the name do not count', { source: 'zod-best-practices', metadata: { technology: 'Zod' } }, 'Zod'],
		[
			'a technology that says less',
			{ source: 'testing-react', metadata: { technology: 'React' }, heading: 'Testing' },
			'Testing',
		],
		['a long technology', { source: 'x', metadata: { technology: `x ${'y'.repeat(60)}` }, heading: 'X' }, 'X'],
		['its heading', { source: 'web', heading: 'Web Rules' }, 'Web Rules'],
		['its name in words', { source: 'http-api-design' }, 'HTTP API design'],
	])('%s', (_why, pack, title) => {
		expect(titles(pack)).toEqual([title]);
	});

	test('tells packs of one technology or one heading apart', () => {
		const technology = 'React';
		expect(
			titles(
				{ source: 'react', metadata: { technology } },
				{ source: 'react-rules', metadata: { technology }, heading: 'React Rules' },
				{ source: 'one', heading: 'Same' },
				{ source: 'two', heading: 'same' },
				{ source: 'a_b' },
				{ source: 'a-b' },
			),
		).toEqual(['a-b', 'a_b', 'One', 'React', 'React Rules', 'Two']);
	});
});

describe('tags', () => {
	const tagsOf = (...lists: readonly string[][]) =>
		catalogOf({
			source: 'web',
			rules: Object.fromEntries(lists.map((tags, index) => [`r${index}.md`, { tags }])),
		}).tags;

	test('spellings meet; the most used one is the name, the first of equals', () => {
		expect(tagsOf(['Next.js', 'next-js'], ['nextjs'], ['nextjs'], ['API'], ['api'])).toEqual([
			{ key: 'api', slug: 'api', name: 'API', rules: ['web/r3', 'web/r4'] },
			{ key: 'nextjs', slug: 'nextjs', name: 'nextjs', rules: ['web/r0', 'web/r1', 'web/r2'] },
		]);
	});

	test('every tag has an address of its own', () => {
		const tags = tagsOf(['c', 'c++', 'c#', '$meta', 'meta', 'c plus plus', 'cplusplus', '&', '…']);
		expect(new Set(tags.map(({ slug }) => slug)).size).toBe(tags.length);
		expect(tags.map(({ slug }) => slug)).not.toContain('');
	});
});

test('the catalog does not depend on the order of packs and rules', () => {
	const word = fc.constantFrom('a', 'b', 'mem', 'time', 'x-1', 'x-2', 'mem-a', 'Mem-b', 'time-c-d', '10', '9');
	const path = fc
		.tuple(fc.constantFrom('', 'rules/', 'rules/sub/', 'rules/mem/'), word)
		.map((parts) => `${parts.join('')}.md`);
	const pack = fc.record({
		rules: fc.uniqueArray(path, { minLength: 1, maxLength: 8 }),
		declared: fc.subarray([section('Memory', 'mem'), section('Time', 'time', 'x'), section('Empty', 'none')]),
	});
	fc.assert(
		fc.property(fc.array(pack, { minLength: 1, maxLength: 4 }), (sketches) => {
			const packs = sketches.map(({ rules, declared }, index) =>
				packOf({
					source: `pack-${index}`,
					sections: declared,
					rules: Object.fromEntries(rules.map((one) => [one, { tags: ['t'], links: ['a.md#x', '../b.md'] }])),
				}),
			);
			const once = buildCatalog(packs);
			const turned = buildCatalog(packs.toReversed());
			const { catalog, diagnostics } = once;
			expect([turned.catalog, turned.diagnostics]).toEqual([catalog, diagnostics]);
			expect(buildCatalog(packs, { relate: false }).related()).toEqual(catalog);
			const twice = diagnostics.filter(({ code }) => code === 'id-duplicate').length;
			expect(catalog.rules.length + twice).toBe(packs.reduce((sum, one) => sum + one.rules.length, 0));
			expect(new Set(catalog.rules.map(({ id }) => id.toLowerCase())).size).toBe(catalog.rules.length);
			expect(catalog.packs.flatMap((one) => one.sections.flatMap(({ rules }) => rules))).toEqual(
				catalog.rules.map(({ id }) => id),
			);
			for (const one of catalog.packs) {
				expect(new Set(one.sections.map(({ slug }) => slug)).size).toBe(one.sections.length);
			}
		}),
		{ numRuns: 60 },
	);
});
