import { describe, expect, it } from 'vitest';
import type { Pagefind } from '../../src/site/client/pagefind.ts';
import { findWords } from '../../src/site/client/word-search.ts';
import { fakePagefind } from './fake-pagefind.ts';

const pagefind = fakePagefind({
	a: 'free the memory pool',
	b: 'memory leaks of a pool',
	c: 'import cycles',
	d: 'pool_cleanup handlers',
});

async function find(words: readonly string[], known: readonly string[] = ['memory', 'pool_cleanup', 'cycles']) {
	let asked = 0;
	const source = {
		pagefind,
		filters: {},
		before: new Map(),
		known: async () => {
			asked += 1;
			return known;
		},
	};
	const hits = await findWords(source, words);
	return {
		asked,
		hits: hits.map(({ word, typed, results }) => [word, typed, results.map(({ id }) => id).join('')]),
	};
}

describe('findWords', () => {
	it('looks up each word, and asks for no list of words when all are known', async () => {
		expect(await find(['memory', 'cycles'])).toEqual({
			asked: 0,
			hits: [
				['memory', null, 'ab'],
				['cycles', null, 'c'],
			],
		});
	});

	it('looks a word up once, and again after a failure', async () => {
		let searches = 0;
		const flaky: Pagefind = {
			...pagefind,
			search: (text) => {
				searches += 1;
				return searches === 1 ? Promise.reject(new Error('offline')) : pagefind.search(text);
			},
		};
		const source = { pagefind: flaky, filters: {}, known: async () => [], before: new Map() };
		await expect(findWords(source, ['memory'])).rejects.toThrow('offline');
		expect(await findWords(source, ['memory'])).toHaveLength(1);
		const before = searches;
		expect(await findWords(source, ['memory'])).toHaveLength(1);
		expect(searches).toBe(before);
	});

	it('takes the beginning of a word for the word', async () => {
		expect((await find(['memo'])).hits).toEqual([['memo', null, 'ab']]);
	});

	it('corrects a word that only seems to be found', async () => {
		expect((await find(['memmory'])).hits).toEqual([['memory', 'memmory', 'ab']]);
		expect((await find(['pool_claenup'])).hits).toEqual([['pool_cleanup', 'pool_claenup', 'd']]);
	});

	it('takes a word for another form of itself only when they share five letters', async () => {
		const other = fakePagefind({ a: 'bradley wrote it', b: 'branded types', c: 'configure them' });
		const source = { pagefind: other, filters: {}, known: async () => ['branded'], before: new Map() };
		const [braded, configuring] = await findWords(source, ['braded', 'configuring']);
		expect([braded?.word, braded?.typed]).toEqual(['branded', 'braded']);
		expect([configuring?.word, configuring?.typed]).toEqual(['configuring', null]);
	});

	it('looks up the parts of a compound that no rule holds', async () => {
		expect((await find(['import/no-cycle'])).hits).toEqual([
			['import', null, 'c'],
			['cycle', null, 'c'],
		]);
	});

	it('leaves out words that stay unknown', async () => {
		expect((await find(['qwertyuiop', 'memory'])).hits).toEqual([['memory', null, 'ab']]);
	});

	it('does not correct words of long texts', async () => {
		const words = ['memmory', ...Array.from({ length: 6 }, (_, i) => `xyz${i}`)];
		expect(await find(words)).toEqual({ asked: 0, hits: [] });
	});
});

it('judges each part of the index by itself: one that does not know a word adds none of its own', async () => {
	const parts = fakePagefind({
		en_a: 'lru_cache of functions',
		en_b: 'lru_caches everywhere',
		'en-x-1_c': 'lru queues',
		'en-x-2_d': 'a lru_cache too',
	});
	const one = async (id: string, text: string) =>
		(await parts.search(text)).results.filter((result) => result.id.startsWith(`${id}_`));
	// Each part answers for itself: the second knows only the beginning of the word.
	const engine: Pagefind = {
		...parts,
		search: async (text) => {
			const exact = [...(await one('en', text ?? '')), ...(await one('en-x-2', text ?? ''))];
			return { results: text === 'lru_cache' ? [...(await one('en-x-1', 'lru')), ...exact] : exact };
		},
	};
	const source = { pagefind: engine, filters: {}, before: new Map(), known: async () => [] };
	const [hits] = await findWords(source, ['lru_cache']);
	expect(hits?.results.map(({ id }) => id)).toEqual(['en_a', 'en_b', 'en-x-2_d']);
});
