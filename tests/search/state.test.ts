import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { perFacet } from '../../src/site/client/facets.ts';
import {
	type BrowserState,
	type Chosen,
	choose,
	EMPTY_STATE,
	formatState,
	parseState,
	roleOf,
	SORTS,
} from '../../src/site/client/state.ts';

describe('formatState', () => {
	it('writes nothing for the empty state', () => {
		expect(formatState(EMPTY_STATE)).toBe('');
	});

	it('writes an address that a person can read', () => {
		const facets = {
			...EMPTY_STATE.facets,
			impact: { include: ['high', 'critical'], exclude: [] },
			tag: { include: ['memory'], exclude: [] },
			pack: { include: [], exclude: ['react'] },
			section: { include: ['nginx/memory'], exclude: [] },
		};
		expect(formatState({ query: 'std::pool n+1', sort: 'title', facets })).toBe(
			'?q=std::pool+n%2B1&impact=high,critical&tag=memory&pack=-react&section=nginx/memory&sort=title',
		);
	});
});

describe('parseState', () => {
	it.each([
		['', EMPTY_STATE],
		['?sort=loudest&unknown=1', EMPTY_STATE],
		['?impact=', EMPTY_STATE],
		['?impact=,,-', EMPTY_STATE],
	])('reads %j as the empty state', (search, expected) => {
		expect(parseState(search)).toEqual(expected);
	});

	it.each([
		['commas as they are', '?impact=high,-low'],
		['commas that a chat has encoded', '?impact=high%2C-low'],
		['a key that is repeated', '?impact=high&impact=-low'],
		['a value that is repeated', '?impact=high,high,-low,low'],
	])('takes %s', (_, search) => {
		expect(parseState(search).facets.impact).toEqual({ include: ['high'], exclude: ['low'] });
	});

	it('passes over escapes that are none', () => {
		expect(parseState('?tag=100%25').facets.tag.include).toEqual(['100%']);
	});

	it('reads back every state that can be written', () => {
		const value = fc.string({ minLength: 1, unit: 'grapheme' });
		const chosen = fc
			.uniqueArray(value, { maxLength: 6 })
			.chain((values) =>
				fc.nat(values.length).map((cut): Chosen => ({ include: values.slice(0, cut), exclude: values.slice(cut) })),
			);
		const state: fc.Arbitrary<BrowserState> = fc.record({
			query: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
			sort: fc.option(fc.constantFrom(...SORTS)),
			facets: fc
				.tuple(chosen, chosen, chosen, chosen, chosen, chosen)
				.map(([impact, tag, pack, section, language, linter]) => ({
					impact,
					tag,
					pack,
					section,
					language,
					linter,
				})),
		});
		fc.assert(
			fc.property(state, (one) => {
				expect(parseState(formatState(one))).toEqual(one);
			}),
		);
	});
});

describe('choose', () => {
	it('moves a value between included, excluded and neither', () => {
		const included = choose(EMPTY_STATE, 'tag', 'memory', 'include');
		const excluded = choose(included, 'tag', 'memory', 'exclude');
		const neither = choose(excluded, 'tag', 'memory', null);
		expect([included, excluded, neither].map((state) => roleOf(state, 'tag', 'memory'))).toEqual([
			'include',
			'exclude',
			null,
		]);
		expect(neither).toEqual(EMPTY_STATE);
	});

	it('leaves the other facets alone', () => {
		const state = choose(choose(EMPTY_STATE, 'tag', 'memory', 'include'), 'pack', 'react', 'exclude');
		expect(state.facets).toEqual({
			...perFacet(() => ({ include: [], exclude: [] })),
			tag: { include: ['memory'], exclude: [] },
			pack: { include: [], exclude: ['react'] },
		});
	});
});
