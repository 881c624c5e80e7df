import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/build.ts';
import { relate } from '../../src/catalog/related.ts';
import type { Relatable } from '../../src/catalog/related-candidates.ts';
import type { RuleId } from '../../src/domain/ids.ts';
import { likenessOf } from '../../src/prepare/likeness.ts';
import { packOf } from './packs.ts';

function rule(id: RuleId, { text = '', ...more }: Partial<Relatable> & { readonly text?: string } = {}): Relatable {
	const [pack = '', stem = ''] = id.split('/');
	return {
		id,
		pack,
		stem,
		section: 'all',
		title: '',
		previous: null,
		next: null,
		tags: [],
		languages: [],
		likeness: likenessOf(more.title ?? '', text),
		identical: [],
		alike: [],
		...more,
	};
}

/** Rules that share nothing, so that the rarity of what others share can be told. */
const others = Array.from({ length: 30 }, (_, n) => rule(`other/q${n}x`, { section: `s${n}`, tags: [`tag${n}`] }));

function related(rules: readonly Relatable[], declared: Readonly<Record<string, readonly RuleId[]>> = {}) {
	return relate([...rules, ...others], new Map(Object.entries(declared) as [RuleId, readonly RuleId[]][]));
}

describe('what makes rules related', () => {
	test.each([
		['a rare tag, however it is spelled', { tags: ['Connection Pool'] }, { tags: ['connection-pool'] }],
		['a name in their code', { text: 'call ngx_pool_add(p)' }, { text: 'ngx_pool_add returns NULL' }],
		['a word of their titles', { title: 'Close every descriptor' }, { title: 'Never leak descriptors' }],
	])('%s', (_, one, two) => {
		const lists = related([rule('a/one', one), rule('a/two', { ...two, section: 'else' })]);
		expect(lists.get('a/one')).toEqual(['a/two']);
		expect(lists.get('a/two')).toEqual(['a/one']);
	});

	test.each([
		['nothing shared', { tags: ['files'] }, { tags: ['memory'] }],
		['the same section alone', {}, {}],
		['a single word of the text, which is everyone’s', { text: 'return value' }, { text: 'return value' }],
	])('not %s', (_, one, two) => {
		expect(related([rule('a/one', one), rule('a/two', two)]).get('a/one')).toEqual([]);
	});

	test('not the rules before and after it, to which a page leads anyway', () => {
		const tags = ['pool'];
		const lists = related([
			rule('a/one', { tags, next: 'a/two' }),
			rule('a/two', { tags, previous: 'a/one' }),
			rule('a/three', { tags }),
		]);
		expect(lists.get('a/one')).toEqual(['a/three']);
		expect(lists.get('a/two')).toEqual(['a/three']);
	});

	test('what most rules share says nothing', () => {
		const many = Array.from({ length: 300 }, (_, n) => rule(`a/r${n}y`, { section: `s${n}`, tags: ['performance'] }));
		expect(related(many).get('a/r0y')).toEqual([]);
	});
});

describe('the order', () => {
	const tags = ['pool'];

	test('the own section, then the own pack, then another pack, then another language', () => {
		const lists = related([
			rule('a/self', { tags, languages: ['c'] }),
			rule('b/rust', { tags, languages: ['rust'] }),
			rule('b/same-language', { tags, languages: ['c'] }),
			rule('a/other-section', { tags, languages: ['c'], section: 'else' }),
			rule('a/same-section', { tags, languages: ['c'] }),
		]);
		expect(lists.get('a/self')).toEqual(['a/same-section', 'a/other-section', 'b/same-language', 'b/rust']);
	});

	test('what the author names comes first, in the author’s order, and is never cut', () => {
		const named = ['x', 'y', 'z', 'u', 'v', 'w'].map((stem): RuleId => `b/${stem}`);
		const lists = related([rule('a/self', { tags }), rule('a/near', { tags }), ...named.map((id) => rule(id))], {
			'a/self': named,
		});
		expect(lists.get('a/self')).toEqual(named);
		for (const id of named) expect(lists.get(id)).toEqual(['a/self']);
	});
});

describe('a list', () => {
	const alikeAll = Array.from({ length: 9 }, (_, n) => rule(`a/n${n}`, { tags: ['pool'] }));

	test('has at most five rules, none twice and never the rule itself', () => {
		for (const [id, list] of related(alikeAll)) {
			expect(list.length).toBeLessThanOrEqual(5);
			expect(new Set(list).size).toBe(list.length);
			expect(list).not.toContain(id);
		}
	});

	test('names back whoever names it, while there is room', () => {
		const lists = related(alikeAll.slice(0, 6));
		for (const [id, list] of lists) for (const other of list) expect(lists.get(other)).toContain(id);
	});

	test('leaves out the copies of the rule, and names only one of the copies of another', () => {
		const tags = ['pool'];
		const lists = related([
			rule('a/self', { tags, identical: ['b/self'] }),
			rule('b/self', { tags, identical: ['a/self'] }),
			rule('a/near', { tags, alike: [{ id: 'b/near', by: 'text' }] }),
			rule('b/near', { tags, alike: [{ id: 'a/near', by: 'text' }] }),
		]);
		expect(lists.get('a/self')).toEqual(['a/near']);
	});

	test('is the same in every run', () => {
		expect([...related(alikeAll)]).toEqual([...related(alikeAll)]);
	});
});

describe('a name in `related`', () => {
	const place = { line: 5, column: 10 };
	const catalogWith = (name: string) =>
		buildCatalog([
			packOf({
				source: 'one',
				rules: {
					'rules/close-files.md': { title: 'A', related: [{ name, place }] },
					'rules/name-files.md': { title: 'B' },
				},
			}),
			packOf({ source: 'two', rules: { 'rules/open-late.md': { title: 'C' } } }),
		]);
	const listed = (name: string) => catalogWith(name).catalog.rules.find(({ stem }) => stem === 'close-files')?.related;

	test.each([
		['name-files', ['one/name-files']],
		['name-files.md', ['one/name-files']],
		['./Name-Files', ['one/name-files']],
		['two/open-late', ['two/open-late']],
		['close-files', []],
	])('%s is found', (name, expected) => {
		expect(listed(name)).toEqual(expected);
		expect(catalogWith(name).diagnostics).toEqual([]);
	});

	test.each([
		['open-late', null],
		['name-fils', 'name-files'],
	])('%s is reported at its place', (name, near) => {
		expect(listed(name)).toEqual([]);
		expect(catalogWith(name).diagnostics).toEqual([
			{ code: 'related-unknown', file: 'content/one/rules/close-files.md', place, args: { name, near } },
		]);
	});
});
