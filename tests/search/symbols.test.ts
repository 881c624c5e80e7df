import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kebabEndings, signPairs, symbols } from '../../src/site/search/symbols.ts';

describe('symbols', () => {
	it.each([
		['ngx_pool_cleanup_add(r->pool)', ['ngx_pool_cleanup_add', 'pool_cleanup_add', 'cleanup_add', 'add']],
		['useEffectEvent', ['useeffectevent', 'effectevent', 'event']],
		['parseHTMLNode', ['parsehtmlnode', 'htmlnode', 'node']],
		['MAX_RETRY_COUNT', ['max_retry_count', 'retry_count', 'count']],
		['std::unique_ptr', ['unique_ptr', 'ptr']],
		['O(n+1) in C++17, F# and C', ['n+1', 'c++17', 'f#']],
		['@lru_cache', ['@lru_cache', 'lru_cache', 'cache']],
		['f(process.env.HOME) and (std::move)', ['process.env.home', 'std::move']],
		['process.env at the start of a word', []],
		['plain words only', []],
	])('%s', (text, expected) => {
		expect(symbols(text)).toEqual(expected);
	});

	it('lists a name once', () => {
		expect(symbols('a_b a_b')).toEqual(['a_b', 'b']);
	});

	it('lists every ending of a name that begins after an underscore', () => {
		const part = fc.stringMatching(/^[a-z]{1,6}$/);
		fc.assert(
			fc.property(fc.array(part, { minLength: 2, maxLength: 6 }), (parts) => {
				const listed = symbols(`(${parts.join('_')})`);
				for (const [i] of parts.entries()) {
					expect(listed).toContain(parts.slice(i).join('_'));
				}
			}),
		);
	});
});

// What takes the square of the length would not end before the runner loses its patience.
describe('hostile text', () => {
	const length = 1_000_000;
	it.each([
		['one word', 'a'.repeat(length)],
		['one number', '7'.repeat(length)],
		['one sign', '+'.repeat(length)],
		['letters and signs in turn', 'a+'.repeat(length / 2)],
		['one chain', `(${'a.'.repeat(length / 2)}`],
		['brackets', '(a'.repeat(length / 2)],
		['underscores', '_'.repeat(length)],
		['one sentence without spaces', '错'.repeat(length)],
	])('is read in one go: %s', (_, text) => {
		expect(symbols(text).length).toBeLessThan(10);
		expect(signPairs(text).length).toBeLessThan(10);
	});
});

describe('kebabEndings', () => {
	it('gives the endings without the name itself', () => {
		expect(kebabEndings('js-cache-storage')).toEqual(['cache-storage', 'storage']);
		expect(kebabEndings('single')).toEqual([]);
	});
});

describe('signPairs', () => {
	it.each([
		['错误处理', ['错误', '误处', '处理']],
		['用 pool 的', ['用', '的']],
		['pool', []],
	])('%s', (text, expected) => {
		expect(signPairs(text)).toEqual(expected);
	});
});
