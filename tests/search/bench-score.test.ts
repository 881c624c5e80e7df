import { describe, expect, it } from 'vitest';
import { markdownTable, percentile, type Question, score, scoreTable } from '../../bench/search/score.ts';

const question = (split: Question['split'], ...accept: readonly string[]): Question => ({
	kind: 'id',
	split,
	query: 'x',
	accept,
});

describe('score', () => {
	it('counts the first right answer of each question', () => {
		const questions = [question('tune', 'a', 'b'), question('tune', 'c'), question('tune', 'd'), question('tune', 'e')];
		const lists = [['b', 'a'], ['x', 'c'], ['x', 'x', 'x', 'x', 'x', 'd'], []];
		expect(score(questions, lists)).toEqual({ questions: 4, first: 0.25, five: 0.5, mrr: (1 + 1 / 2 + 1 / 6) / 4 });
	});

	it('is 0 without questions', () => {
		expect(score([], [])).toEqual({ questions: 0, first: 0, five: 0, mrr: 0 });
	});
});

describe('scoreTable', () => {
	it('keeps the halves apart and sets the searches side by side', () => {
		const questions = [question('tune', 'a'), question('held', 'b')];
		const lines = scoreTable(questions, [
			{ name: 'Ours', listed: [['a'], ['x', 'b']] },
			{ name: 'Theirs', listed: [[], ['b']] },
		]).split('\n');
		expect(lines).toContain('| tune, id | 1 | 100 % | 100 % | 1.000 | 0 % | 0 % | 0.000 |');
		expect(lines).toContain('| **held, all** | 1 | 0 % | 100 % | 0.500 | 100 % | 100 % | 1.000 |');
	});
});

it('markdownTable sets numbers to the right', () => {
	expect(markdownTable(['What', 'n'], [['a', '1']])).toBe('| What | n |\n| --- | --: |\n| a | 1 |');
});

describe('percentile', () => {
	it.each([
		[[3, 1, 2], 0.5, 2],
		[[3, 1, 2], 0.95, 3],
		[[7], 0.5, 7],
	])('%j at %d', (values, share, expected) => {
		expect(percentile(values, share)).toBe(expected);
	});

	it('has no answer for no values', () => {
		expect(() => percentile([], 0.5)).toThrow('no values');
	});
});
