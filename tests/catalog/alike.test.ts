import { describe, expect, test } from 'vitest';
import { type Compared, findAlike } from '../../src/catalog/alike.ts';
import type { RuleId } from '../../src/domain/ids.ts';
import { likenessOf } from '../../src/prepare/likeness.ts';

const words = Array.from({ length: 200 }, (_, n) => `word${n}`);
const text = words.join(' ');

function rule(id: RuleId, body: string, title = `Title of ${id}`, identical: readonly RuleId[] = []) {
	return {
		id,
		pack: id.split('/')[0] ?? '',
		title,
		text: body,
		identical,
		likeness: likenessOf(title, body),
	} satisfies Compared;
}

function alike(...rules: readonly ReturnType<typeof rule>[]) {
	return Object.fromEntries(findAlike(rules));
}

describe('nearly the same text', () => {
	test.each([
		['in other case, spacing and punctuation', words.join(',\n').toUpperCase()],
		['with a sentence added', `${text}. One more sentence.`],
		['with one word changed', text.replace('word90', 'another')],
	])('%s is named in both directions', (_, other) => {
		expect(alike(rule('a/x', text), rule('b/y', other))).toEqual({
			'a/x': [{ id: 'b/y', by: 'text' }],
			'b/y': [{ id: 'a/x', by: 'text' }],
		});
	});

	test.each([
		['half of it changed', words.map((word, n) => (n < 100 ? word : `${word}b`)).join(' ')],
		['another text', 'Something else altogether, about names and how to choose them.'],
		['no text', ''],
	])('is not %s', (_, other) => {
		expect(alike(rule('a/x', text), rule('b/y', other))).toEqual({});
	});

	test('counts in other packs only', () => {
		expect(alike(rule('a/x', text), rule('a/y', `${text}!`))).toEqual({});
	});

	test('is left to the list of identical rules when the files are the same', () => {
		expect(alike(rule('a/x', text, 'T', ['b/x']), rule('b/x', text, 'T', ['a/x']))).toEqual({});
	});

	test('of two empty rules is none', () => {
		expect(alike(rule('a/x', ''), rule('b/y', ''))).toEqual({});
	});
});

describe('the same title', () => {
	test('is named as such when the texts differ', () => {
		expect(alike(rule('a/x', 'One.', "Don't block"), rule('b/y', 'Two.', 'Don’t block!'))).toEqual({
			'a/x': [{ id: 'b/y', by: 'title' }],
			'b/y': [{ id: 'a/x', by: 'title' }],
		});
	});

	test('gives way to the same text', () => {
		expect(alike(rule('a/x', text, 'T'), rule('b/y', `${text}!`, 'T'))['a/x']).toEqual([{ id: 'b/y', by: 'text' }]);
	});

	test('is not the same when a sign of a language differs', () => {
		expect(alike(rule('a/x', 'One.', 'Prefer C++'), rule('b/y', 'Two.', 'Prefer C#'))).toEqual({});
	});

	test('of many packs names five of them', () => {
		const rules = Array.from({ length: 9 }, (_, n) => rule(`p${n}/x`, `Text ${n}`, 'Overview'));
		expect(alike(...rules)['p0/x']).toHaveLength(5);
	});
});
