import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/link/apply.ts';
import { type Encoding, makeEncoder, toUtf8 } from '../../src/link/encoding.ts';
import { openReportFile, openReportStream } from '../../src/link/report.ts';
import { makeSpool } from '../../src/link/spool.ts';
import type { Edit } from '../../src/link/types.ts';

const TEXT = '{"grüße": "日本 😀"}\n';
const UTF16 = Buffer.from(TEXT, 'utf16le');
const BIG_ENDIAN = Buffer.from(UTF16).swap16();
const ENCODINGS: readonly [string, Buffer, Encoding][] = [
	['UTF-8', Buffer.from(TEXT), { name: 'utf-8', mark: false }],
	['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), { name: 'utf-8', mark: true }],
	['UTF-16 LE with a mark', Buffer.from([0xff, 0xfe, ...UTF16]), { name: 'utf-16le', mark: true }],
	['UTF-16 BE with a mark', Buffer.from([0xfe, 0xff, ...BIG_ENDIAN]), { name: 'utf-16be', mark: true }],
	['UTF-16 LE', Buffer.from('{"rules": []}'.repeat(9), 'utf16le'), { name: 'utf-16le', mark: false }],
	['UTF-16 BE', Buffer.from('{"rules": []}'.repeat(9), 'utf16le').swap16(), { name: 'utf-16be', mark: false }],
	['UTF-8 of an empty file', Buffer.alloc(0), { name: 'utf-8', mark: false }],
	['UTF-8 of one sign', Buffer.from('x'), { name: 'utf-8', mark: false }],
];

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'report-'));
	await mkdir(join(folder, 'folder'));
});

afterAll(() => rm(folder, { recursive: true }));

async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for await (const chunk of chunks) parts.push(chunk);
	return Buffer.concat(parts);
}

describe('encodings', () => {
	test.each(ENCODINGS)('%s is told, read as UTF-8 and written as it was', async (_, bytes, encoding) => {
		const file = join(folder, 'report');
		await writeFile(file, bytes);
		for (const report of [await openReportFile(file), await openReportStream(pieces(bytes, 3), 'standard input')]) {
			expect(report.encoding).toEqual(encoding);
			const utf8 = await collect(report.read());
			expect(utf8.toString()).toBe(report.head);
			expect(report.size).toBe(utf8.length);
			const encoder = makeEncoder(encoding);
			const parts = Array.from(utf8, (byte) => encoder.push(Uint8Array.of(byte)));
			expect(Buffer.concat([...parts, encoder.end()])).toEqual(bytes);
			await report.close();
		}
	});

	test.each([1, 2, 3, 1000])('UTF-8 in pieces of %i bytes', async (size) => {
		const bytes = Buffer.from(TEXT);
		const utf8 = await collect(toUtf8(pieces(bytes, size), { name: 'utf-8', mark: false }));
		expect(utf8.equals(bytes)).toBe(true);
	});

	test.each([
		[[0x41, 0xff, 0x42], 2],
		[[0xc3, 0x28], 1],
		[[0x41, 0x42, 0xe2, 0x82], 3],
		[[...Buffer.from('größe').subarray(0, 2), 0xf6, 0x65], 3],
		[[0x41, 0xed, 0xa0, 0x80], 2],
		[[0xc0, 0x80], 1],
	])('%j is not UTF-8 from byte %i on', async (bytes, place) => {
		const message = `not UTF-8 (byte ${place} cannot be read). Let the linter write UTF-8 or UTF-16.`;
		for (const size of [1, 2, 100]) {
			await expect(openReportStream(pieces(Buffer.from(bytes), size), 'x')).rejects.toThrow(message);
		}
	});

	test.each([[[0xff, 0xfe, 0x41]], [[0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]]])('%j is not UTF-16', async (bytes) => {
		await expect(openReportStream(pieces(Buffer.from(bytes), 1), 'x')).rejects.toThrow('not UTF-16LE, although');
	});
});

describe('what cannot be opened', () => {
	test.each([
		['missing', 'there is no such file.'],
		['folder', 'a folder. Name the file that the linter wrote.'],
	])('%s', async (name, message) => {
		await expect(openReportFile(join(folder, name))).rejects.toThrow(message);
	});
});

test.each([0, 10, 1_000_000])(
	'a spool that holds %i bytes in memory gives back what it took, twice',
	async (inMemory) => {
		const spool = makeSpool(inMemory);
		for (const part of ['ab', '', 'cdefghij', 'k'.repeat(100)]) await spool.write(Buffer.from(part));
		const whole = `abcdefghij${'k'.repeat(100)}`;
		expect(String(await collect(spool.read()))).toBe(whole);
		expect(String(await collect(spool.read()))).toBe(whole);
		expect(spool.size()).toBe(whole.length);
		await spool.close();
	},
);

describe('edits', () => {
	const apply = (text: string, edits: readonly Edit[], size: number) =>
		collect(
			applyEdits(
				{ read: () => pieces(Buffer.from(text), size) },
				(async function* () {
					yield* edits;
				})(),
			),
		);

	test.each<[string, Edit[], string]>([
		['nothing', [], 'abcdef'],
		['an insertion before the first byte', [{ start: 0, end: 0, text: 'X' }], 'Xabcdef'],
		['an insertion after the last byte', [{ start: 6, end: 6, text: 'X' }], 'abcdefX'],
		['a replacement', [{ start: 1, end: 5, text: 'X' }], 'aXf'],
		['a removal of everything', [{ start: 0, end: 6, text: '' }], ''],
		[
			'neighbours',
			[
				{ start: 1, end: 3, text: 'X' },
				{ start: 3, end: 3, text: 'Y' },
				{ start: 3, end: 4, text: 'Z' },
			],
			'aXYZef',
		],
	])('%s', async (_, edits, expected) => {
		for (const size of [1, 2, 3, 4, 100]) expect(String(await apply('abcdef', edits, size))).toBe(expected);
	});

	test('applied to pieces of any size as to the whole', async () => {
		const cuts = fc.array(fc.tuple(fc.nat(40), fc.string({ maxLength: 3 })), { maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(
				fc.string({ unit: 'grapheme-ascii', minLength: 40, maxLength: 40 }),
				cuts,
				fc.integer({ min: 1, max: 50 }),
				async (text, places, size) => {
					const sorted = places.map(([at]) => at).sort((a, b) => a - b);
					const edits = sorted.flatMap((start, index) =>
						index % 2 === 1 ? [] : [{ start, end: sorted[index + 1] ?? start, text: places[index]?.[1] ?? '' }],
					);
					const expected = edits.reduceRight(
						(whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end),
						text,
					);
					expect(String(await apply(text, edits, size))).toBe(expected);
				},
			),
		);
	});

	test('that overlap are a fault of the format', async () => {
		const edits = [
			{ start: 0, end: 3, text: '' },
			{ start: 2, end: 4, text: '' },
		];
		await expect(apply('abcdef', edits, 100)).rejects.toThrow(RangeError);
	});
});
