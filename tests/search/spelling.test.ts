import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meantWord } from '../../src/site/client/spelling.ts';

const KNOWN = ['memory', 'leak', 'graceful', 'shutdown', 'barrel', 'table', 'cable', 'useeffect', 'pool_cleanup'];

describe('meantWord', () => {
	it.each([
		['memmory', 'memory'],
		['memroy', 'memory'],
		['shutdwon', 'shutdown'],
		['gracefull', 'graceful'],
		['baarrel', 'barrel'],
		['useefect', 'useeffect'],
		['pool_claenup', 'pool_cleanup'],
		['lek', null],
		['memo', null],
		['memory', null],
		['qwertyuiop', null],
		['ts2532', null],
	])('%s', (word, meant) => {
		expect(meantWord(word, KNOWN)).toBe(meant);
	});

	it('prefers the more used of words that are as near', () => {
		expect(meantWord('taxle', ['table', 'taxie'])).toBe('table');
		expect(meantWord('taxle', ['taxie', 'table'])).toBe('taxie');
	});

	it('holds a slip in the first letter for less likely', () => {
		expect(meantWord('tible', ['bible', 'table'])).toBe('table');
	});

	it('finds a word again after two neighbouring letters were swapped', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-z]{6,12}$/), fc.nat(10), (word, place) => {
				const i = 1 + (place % (word.length - 2));
				const swapped = `${word.slice(0, i)}${word[i + 1]}${word[i]}${word.slice(i + 2)}`;
				fc.pre(swapped !== word);
				expect(meantWord(swapped, [word])).toBe(word);
			}),
		);
	});
});
