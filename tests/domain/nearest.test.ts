import { expect, test } from 'vitest';
import { nearest } from '../../src/domain/nearest.ts';

test.each<[string, string[], string | null]>([
	['titel', ['title', 'tags'], 'title'],
	['Content', ['content'], 'content'],
	['contents', ['content', 'out'], 'content'],
	['why-it-maters', ['why', 'why-it-matters'], 'why-it-matters'],
	['x', ['title'], null],
	['colour', ['title', 'base'], null],
	['', ['title'], null],
	['title', [], null],
])('%s among %j', (word, options, expected) => {
	expect(nearest(word, options)).toBe(expected);
});
