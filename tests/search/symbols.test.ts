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
