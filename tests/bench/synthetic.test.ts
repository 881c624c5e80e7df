import { expect, test } from 'vitest';
import { syntheticPack } from '../../bench/synthetic/packs.ts';

test('the same number gives the same pack', () => {
	expect(syntheticPack(3, 40)).toEqual(syntheticPack(3, 40));
	expect(syntheticPack(4, 40)).not.toEqual(syntheticPack(3, 40));
});

test('more rules of a pack leave the first ones as they are', () => {
	expect(syntheticPack(7, 40).slice(0, 12)).toEqual(syntheticPack(7, 10));
});

test('packs and rules have names of their own', () => {
	const paths = [0, 1, 2, 3].flatMap((number) => syntheticPack(number, 40).map(({ path }) => path));
	expect(new Set(paths).size).toBe(paths.length);
	expect(new Set(paths.map((path) => path.split('/')[0])).size).toBe(4);
});

test('no sign of a snippet is left in a rule', () => {
	const texts = Array.from({ length: 30 }, (_, number) => syntheticPack(number, 40)).flat();
	expect(texts.filter(({ text }) => /\$(?:[abcT1s]\b)/.test(text)).map(({ text }) => text)).toEqual([]);
});
