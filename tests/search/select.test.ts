import { describe, expect, it } from 'vitest';
import { readRuleFile } from '../../src/site/client/rule-index.ts';
import { adoptTyped, select } from '../../src/site/client/select.ts';
import { EMPTY_STATE, formatState, parseState } from '../../src/site/client/state.ts';
import { ruleFile } from '../../src/site/search/rule-index.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';

const index = readRuleFile(ruleFile(SAMPLE_CATALOG));
const stems = (search: string, ranking: readonly number[] | null = null): string[] =>
	select(index, parseState(search), ranking).rules.map(index.stemOf);
const place = (stem: string): number => SAMPLE_CATALOG.rules.findIndex((rule) => rule.stem === stem);

describe('select', () => {
	it('shows all rules, most severe first, when nothing is chosen', () => {
		expect(stems('')).toEqual([
			'mem-check-every-allocation',
			'mem-free-what-the-pool-does-not-own',
			'evt-never-block',
			'ship-small-diffs',
			'use-main',
			'no-tier',
		]);
	});

	it.each([
		['?impact=critical,high', ['mem-check-every-allocation', 'mem-free-what-the-pool-does-not-own']],
		['?pack=nginx-c&impact=-high,-critical', ['evt-never-block']],
		['?tag=memory&sort=title', ['mem-check-every-allocation', 'mem-free-what-the-pool-does-not-own']],
		['?section=web-basics/markup', ['use-main', 'no-tier']],
		['?impact=none', ['no-tier']],
		['?linter=clang-tidy', ['mem-check-every-allocation', 'mem-free-what-the-pool-does-not-own']],
		['?linter=clang-tidy,eslint,-cppcheck', ['mem-check-every-allocation', 'use-main']],
		['?tag=nobody-has-this', []],
		['?tag=nobody-has-this,memory', ['mem-check-every-allocation', 'mem-free-what-the-pool-does-not-own']],
		['?pack=-nobody-has-this&language=html', ['use-main']],
	])('%s', (search, expected) => {
		expect(stems(search)).toEqual(expected);
	});

	it.each([
		'',
		'?linter=eslint',
		'?impact=high',
		'?impact=high&linter=-cppcheck',
		'?pack=web-basics&linter=clang-tidy',
	])('counts under %j the rules with a code of each linter that pass everything else', (search) => {
		const { counts } = select(index, parseState(search), null);
		const others = new Set(stems(search.replace(/[?&]linter=[^&]*/, '').replace(/^&/, '?')));
		for (const [linter, { key }] of index.values.linter.entries()) {
			const named = SAMPLE_CATALOG.rules.filter(({ codes }) => codes.some((code) => code.linter === key));
			expect(counts.linter[linter], key).toBe(named.filter(({ stem }) => others.has(stem)).length);
		}
	});

	it('keeps the order of a search, unless another is chosen', () => {
		const ranking = ['use-main', 'evt-never-block', 'no-tier'].map(place);
		expect(stems('?q=x', ranking)).toEqual(['use-main', 'evt-never-block', 'no-tier']);
		expect(stems('?q=x&sort=impact', ranking)).toEqual(['evt-never-block', 'use-main', 'no-tier']);
		expect(stems('?q=x&pack=nginx-c', ranking)).toEqual(['evt-never-block']);
	});

	it('offers what no longer holds last in a search, but for the rule that was asked for by name', () => {
		const aged = { ...index, deprecated: new Set(['use-main', 'no-tier'].map(place)) };
		const ranked = (...names: string[]): string[] =>
			select(aged, parseState('?q=x'), names.map(place)).rules.map(aged.stemOf);
		expect(ranked('evt-never-block', 'use-main', 'ship-small-diffs')).toEqual([
			...['evt-never-block', 'ship-small-diffs', 'use-main'],
		]);
		expect(ranked('no-tier', 'use-main', 'evt-never-block')).toEqual(['no-tier', 'evt-never-block', 'use-main']);
	});

	it('falls back to impact when relevance is asked for without a search', () => {
		expect(select(index, parseState('?sort=relevance'), null).sort).toBe('impact');
	});
});

describe('adoptTyped', () => {
	it.each([
		['pool impact:high', '?q=pool&impact=high'],
		['tag:C++', '?tag=c-plus-plus'],
		['-pack:web-basics tag:"Memory"', '?tag=memory&pack=-web-basics'],
		['impact:"no tier"', '?impact=none'],
		['tag:unheard-of pool', '?q=pool+unheard-of'],
	])('%s', (query, expected) => {
		expect(formatState(adoptTyped(index, { ...EMPTY_STATE, query }))).toBe(expected);
	});
});
