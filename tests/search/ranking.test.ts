import { describe, expect, it } from 'vitest';
import { candidates, nameScore } from '../../src/site/client/ranking.ts';
import type { WordHits } from '../../src/site/client/word-search.ts';

/** `scores` names the rules by single letters. */
function word(text: string, scores: Readonly<Record<string, number>>): WordHits {
	const results = Object.entries(scores).map(([id, score]) => ({
		id,
		score,
		data: () => Promise.reject(new Error(id)),
	}));
	return { word: text, typed: null, uses: results.length, results };
}

function order(words: readonly WordHits[]): string {
	return candidates(words)
		.map(({ result }) => result.id)
		.join('');
}

describe('candidates', () => {
	it.each([
		['one word: by score', [word('pool', { a: 1, b: 3, c: 2 })], 'bca'],
		['two words: only rules with both', [word('pool', { a: 1, b: 3 }), word('leak', { a: 1, c: 9 })], 'a'],
		['two words that no rule has both of', [word('pool', { a: 1, b: 3 }), word('leak', { c: 9, d: 2 })], 'cbda'],
		[
			'three words: one may be missing',
			[word('a', { a: 1, b: 9 }), word('b', { a: 1, b: 9 }), word('c', { a: 1 })],
			'ba',
		],
		['no words', [], ''],
	])('%s', (_, words, expected) => {
		expect(order(words)).toBe(expected);
	});

	it('holds a rare word for more telling than a common one', () => {
		const common = word('use', { a: 2, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1 });
		expect(order([common, word('x', { z: 2 }), word('deadlock', { b: 2 })]).indexOf('b')).toBeLessThan(
			order([common, word('x', { z: 2 }), word('deadlock', { b: 2 })]).indexOf('a'),
		);
	});
});

describe('nameScore', () => {
	const words = [word('connection', { a: 1 }), word('pooling', { a: 1 })];
	const names = (title: string, more: Record<string, string> = {}) => ({ title, id: 'p/x', stem: 'x', ...more });
	const score = (title: string, more: Record<string, string> = {}, typed = 'connection pooling') =>
		nameScore(names(title, more), words, typed);

	it.each([
		['a title with both words', score('Pool every connection'), score('Every connection')],
		['a title with one of them', score('Close a connection'), score('Close a file')],
		['a short title', score('Use connection pools'), score('Use connection pools with long names of other things')],
		['the tags', score('Close a file', { tags: 'connection, pooling' }), score('Close a file')],
		['the words as typed', score('Use connection pooling'), score('Use pooling connection')],
		['the very title', score('`connection` pooling'), score('connection pooling', {}, 'connection pool')],
		['the very code of a linter', score('Other', { codes: 'a, connection pooling' }), score('Use connection pooling')],
		['the very title more than a code', score('connection pooling'), score('Other', { codes: 'connection pooling' })],
		['the very id', score('Other', { id: 'connection pooling' }), score('`connection` pooling')],
	])('%s counts', (_, more, less) => {
		expect(more).toBeGreaterThan(less);
	});
});
