import { describe, expect, it } from 'vitest';
import { deceivingSign, looksLike, mayDeceive } from '../../src/domain/lookalikes.ts';

describe('names that look alike come out the same', () => {
	it.each([
		['аsync', 'async', 'the Cyrillic letter "а" (U+0430)'],
		['СSS', 'css', 'the Cyrillic letter "С" (U+0421)'],
		['gοlang', 'golang', 'the Greek letter "ο" (U+03BF)'],
		['ｓｑｌ', 'sql', 'the sign "ｓ" (U+FF53)'],
		['as\u200bync', 'async', 'the sign U+200B zero-width space'],
		['next‑js', 'next-js', 'the sign "‑" (U+2011)'],
	])('%s and %s', (name, other, sign) => {
		expect(mayDeceive(name)).toBe(true);
		expect(looksLike(name)).toBe(other);
		expect(deceivingSign(name)).toBe(sign);
	});

	it.each(['缓存', 'größe', 'кэш', 'naïve', 'データ'])('%s looks like nothing in Latin letters', (name) => {
		expect(looksLike(name)).not.toMatch(/^[\0-\x7f]*$/);
	});
});
