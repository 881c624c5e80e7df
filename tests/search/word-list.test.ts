import { expect, it } from 'vitest';
import type { Rule } from '../../src/domain/rule.ts';
import { countWords, wordList } from '../../src/site/search/word-list.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';

const [rule] = SAMPLE_CATALOG.rules as readonly [Rule];

function rules(...texts: readonly string[]): readonly Rule[] {
	return texts.map((text) => ({ ...rule, title: 'Free the Pool', tags: ['Memory'], stem: 'mem-free', text }));
}

it('lists words of titles, tags and file names once, most used first', () => {
	expect(wordList([countWords(rules('', 'The pool, the pool.'))])).toEqual(['free', 'memory', 'pool']);
});

it('lists a word of the text when several rules use it', () => {
	const texts = Array<string>(4).fill('lru_cache');
	expect(wordList([countWords(rules(...texts, 'memmory'))])).toEqual(['free', 'memory', 'pool', 'lru_cache']);
});

it('is the same however the rules are divided', () => {
	const all = rules('lru_cache first', 'lru_cache', 'first lru_cache', 'lru_cache', 'memmory');
	const parts = [all.slice(0, 1), all.slice(1, 4), [], all.slice(4)].map(countWords);
	expect(wordList(parts)).toEqual(wordList([countWords(all)]));
});
