import { describe, expect, it } from 'vitest';
import { engineQuery, holdsBeginnings, holdsEvery, looseQuery, parseTyped } from '../../src/site/client/query.ts';

describe('parseTyped', () => {
	it.each([
		['pool', 'pool', []],
		['impact:high pool', 'pool', [['impact', 'high', false]]],
		['pool -pack:react', 'pool', [['pack', 'react', true]]],
		['lang:c', '', [['language', 'c', false]]],
		['tag:"error handling" io', 'io', [['tag', 'error handling', false]]],
		['TAG:c++', '', [['tag', 'c++', false]]],
		['std::unique_ptr', 'std::unique_ptr', []],
		['tag::before', 'tag::before', []],
		['https://example.org', 'https://example.org', []],
		['note: pool', 'note: pool', []],
		['tag:', 'tag:', []],
	])('%s', (typed, text, filters) => {
		const parsed = parseTyped(typed);
		expect(parsed.text).toBe(text);
		expect(parsed.filters.map(({ facet, value, exclude }) => [facet, value, exclude])).toEqual(filters);
	});
});

describe('engineQuery', () => {
	it.each([
		['ngx_pool_cleanup_add', 'ngx_pool_cleanup_add'],
		['useState<boolean>(', 'useState boolean'],
		['std::unique_ptr', 'std::unique_ptr'],
		['C++', 'C++'],
		['$scope @decorator n+1', '$scope @decorator n+1'],
		['no-unused-vars.', 'no-unused-vars'],
		['"quoted" (words), here', 'quoted words here'],
		['=>', ''],
		['--', ''],
		['错误处理', '错误 误处 处理'],
		['用 pool', '用 pool'],
	])('%s', (text, query) => {
		expect(engineQuery(text)).toBe(query);
	});
});

describe('looseQuery', () => {
	it('takes a name apart', () => {
		expect(looseQuery('js-cache-storage')).toBe('js cache storage');
		expect(looseQuery('C++ std::pool')).toBe('C++ std pool');
	});
});

describe('holdsEvery', () => {
	it.each([
		['pool cleanup', 'The cleanup of a pool', true],
		['pool socket', 'The cleanup of a pool', false],
		['POOL', 'pools', true],
		['caching', 'the cache', true],
		['running', 'it runs', true],
		['dependencies', 'one dependency', true],
		['qwertyuiop', 'q qwe', false],
		['pool_cleanup', 'ngx_pool_cleanup_add()', true],
		['pool_cleanup', 'pool cleanup', false],
		['ngx_pool_cleanups', 'ngx_pool_cleanup_add', false],
		['c++', 'c and c#', false],
		['cafe', 'Café', true],
		['错误处理', '关于错误处理的规则', true],
		['错误处理', '错误', false],
	])('%s in “%s”', (query, text, expected) => {
		expect(holdsEvery(query, text)).toBe(expected);
	});
});

describe('holdsBeginnings', () => {
	it.each([
		['memroy', 'the memory of a pool', true],
		['ngx_pool_cleanups', 'ngx_pool_cleanup_add', true],
		['qwertyuiop', '-Q q qwe', false],
		['pool qwertyuiop', 'the pool', false],
	])('%s in “%s”', (query, text, expected) => {
		expect(holdsBeginnings(query, text)).toBe(expected);
	});
});
