import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idSegment } from '../../src/domain/ids.ts';
import { boundedSegment } from '../../src/domain/segments.ts';

it.each(['a', 'async-parallel', '规则'.repeat(20), 'x'.repeat(120)])('%s stays as it is', (name) => {
	expect(boundedSegment(name)).toBe(name);
});

it('keeps long names apart that begin alike', () => {
	const [a, b] = [`${'x'.repeat(300)}a`, `${'x'.repeat(300)}b`].map(boundedSegment);
	expect(a).not.toBe(b);
	expect(a).toMatch(/^x{112}-[0-9a-z]{1,7}$/);
});

it('fits any name into 120 bytes, once and for all', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
			const segment = idSegment(name);
			expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(120);
			expect(segment.isWellFormed()).toBe(true);
			expect(idSegment(segment)).toBe(segment);
		}),
	);
});
