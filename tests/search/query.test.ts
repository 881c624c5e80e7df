import { describe, expect, it } from 'vitest';
import { holdsEvery, parseTyped, searchWords, wordParts } from '../../src/site/client/query.ts';

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

describe('searchWords', () => {
	it.each([
		['ngx_pool_cleanup_add', ['ngx_pool_cleanup_add']],
		['useState<boolean>(', ['usestate', 'boolean']],
		['std::unique_ptr', ['std::unique_ptr']],
		['C++', ['c++']],
		['$scope @decorator n+1', ['$scope', '@decorator', 'n+1']],
		['no-unused-vars.', ['no-unused-vars']],
		['"quoted" (words), words', ['quoted', 'words']],
		['=>', []],
		['--', []],
		['错误处理', ['错误', '误处', '处理']],
		['how do we avoid deadlocks in postgres', ['avoid', 'deadlocks', 'postgres']],
		['how do we', ['how', 'do', 'we']],
		['401 or 403', ['401', '403']],
		["don't nest", ['nest']],
		['', []],
	])('%s', (text, words) => {
		expect(searchWords(text)).toEqual(words);
	});

	it.each([
		["src/cart.ts:12:9  error  'foo' is never used  no-unused-vars", ['foo', 'never', 'no-unused-vars']],
		['/home/me/app/util.js: 8:13 Unexpected var  no-var', ['unexpected', 'var', 'no-var']],
		['C:\\app\\util.js:8 leak', ['leak']],
		['SC2086 (info): Double quote "$dir"', ['sc2086', 'double', 'quote', '$dir']],
		['next.config.js', ['next.config.js']],
		['import/no-cycle', ['import/no-cycle']],
	])('of the message %s', (text, words) => {
		expect(searchWords(text)).toEqual(words);
	});

	it('takes the first words of a long text', () => {
		const text = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');
		expect(searchWords(text)).toEqual(text.split(' ').slice(0, 16));
	});
});

describe('wordParts', () => {
	it.each([
		['import/no-cycle', ['import', 'no-cycle']],
		['clippy::unwrap_used', ['clippy', 'unwrap_used']],
		['no-unused-vars', ['unused', 'vars']],
		['chrome.runtime.lastError', ['chrome', 'runtime', 'lastError']],
		['to-do', ['to', 'do']],
		['pool_cleanup', null],
		['pool', null],
	])('%s', (word, parts) => {
		expect(wordParts(word)).toEqual(parts);
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
		expect(holdsEvery(searchWords(query), text)).toBe(expected);
	});
});
