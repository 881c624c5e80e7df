import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8 } from '../../src/load/utf8.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
	Buffer.concat(parts.map((part) => Buffer.from(part as string)));

test.each<[why: string, bytes: Uint8Array, offset: number, line: number, column: number]>([
	['Latin-1', bytes('a\ncaf', [0xe9], ' x'), 5, 2, 4],
	['a letter cut at the end', bytes('ok ', [0xe6, 0xad]), 3, 1, 4],
	['a stray continuation', bytes([0x80]), 0, 1, 1],
	['an overlong slash', bytes('a', [0xc0, 0xaf]), 1, 1, 2],
	['a surrogate', bytes('é', [0xed, 0xa0, 0x80]), 2, 1, 2],
	['beyond Unicode', bytes('a\r\nb', [0xf4, 0x90, 0x80, 0x80]), 4, 2, 2],
	['UTF-16', bytes([0xff, 0xfe, 0x2d, 0x00]), 0, 1, 1],
	['columns in UTF-16 units', bytes('😀', [0xff]), 4, 1, 3],
	['a replacement sign before it', bytes('\ufffd', [0xff]), 3, 1, 2],
])('%s', (_why, input, offset, line, column) => {
	expect(decodeUtf8(input).fault).toEqual({ kind: 'not-utf8', offset, line, column });
});

test('a byte-order mark is no part of the text, and line ends stay', () => {
	expect(decodeUtf8(bytes([0xef, 0xbb, 0xbf], 'a\r\nb\n'))).toEqual({ text: 'a\r\nb\n', fault: null });
});

test('any text comes back as it is', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const whole = text.toWellFormed().replace(/^\ufeff/, '');
			expect(decodeUtf8(Buffer.from(whole))).toEqual({ text: whole, fault: null });
		}),
	);
});

test('all bytes before the fault are text, and no longer start is', () => {
	const isText = (part: Uint8Array): boolean => decodeUtf8(part).fault === null;
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 40 }), (input) => {
			const { fault } = decodeUtf8(input);
			if (fault === null || fault.kind !== 'not-utf8') return;
			expect(isText(input.subarray(0, fault.offset))).toBe(true);
			for (let end = fault.offset + 1; end <= input.length; end++) expect(isText(input.subarray(0, end))).toBe(false);
		}),
	);
});
