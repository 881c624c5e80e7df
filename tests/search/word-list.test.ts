import { expect, it } from 'vitest';
import type { Rule } from '../../src/domain/rule.ts';
import { wordList } from '../../src/site/search/word-list.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';

const [rule] = SAMPLE_CATALOG.rules as readonly [Rule];

function rules(...texts: readonly string[]): readonly Rule[] {
	return texts.map((text) => ({ ...rule, title: 'Free the Pool', tags: ['Memory'], stem: 'mem-free', text }));
}

it('lists words of titles, tags and file names once, most used first', () => {
	expect(wordList(rules('', 'The pool, the pool.'))).toEqual(['free', 'memory', 'pool']);
});

it('lists a word of the text when several rules use it', () => {
	const texts = Array<string>(4).fill('lru_cache');
	expect(wordList(rules(...texts, 'memmory'))).toEqual(['free', 'memory', 'pool', 'lru_cache']);
});
