import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CARD_SIZE, type Card, drawCard, type SetText } from '../../../src/site/preview-image/card.ts';
import { type Picture, png } from '../../../src/site/preview-image/png.ts';
import { textSetter } from '../../../src/site/preview-image/set-text.ts';

const card: Card = { title: 'Close what you open', impact: 'HIGH', place: 'High · C basics › Memory' };

/** A text is a grey block of its width, as high as 500 pixels. */
function blocks(asked: [text: string, size: number, width: number][]): SetText {
	return async (...args) => {
		asked.push(args);
		return { width: args[2], height: 500, coverage: new Uint8Array(args[2] * 500).fill(128) };
	};
}

/** Pixels as `#rrggbb`, read by another decoder. */
async function decoded(picture: Picture) {
	const { data, info } = await sharp(png(picture)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
	const at = (x: number, y: number) =>
		`#${data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3).toString('hex')}`;
	return { ...info, at };
}

const setText = await textSetter().catch(() => null);

describe.skipIf(setText === null)('a text', () => {
	it('is broken into lines of the width asked for, whatever signs it holds', async () => {
		const line = await setText?.('a <b> & c', 30, 800);
		const lines = await setText?.('a <b> & c '.repeat(12), 30, 200);
		expect(line?.coverage.some((ink) => ink > 0)).toBe(true);
		expect(line?.coverage).toHaveLength((line?.width ?? 0) * (line?.height ?? 0));
		expect(lines?.width).toBeLessThanOrEqual(200);
		expect(lines?.height ?? 0).toBeGreaterThan(3 * (line?.height ?? 0));
	});
});

describe('a PNG of ours', () => {
	it.each([
		[1, 1],
		[2, 3],
		[7, 5],
	])('of %i × %i pixels holds every pixel', async (width, height) => {
		const palette = Array.from({ length: 15 }, (_, n) => [n * 17, 255 - n, n] as const);
		const pixels = Uint8Array.from({ length: width * height }, (_, n) => n % palette.length);
		const read = await decoded({ width, height, pixels, palette });
		expect([read.width, read.height]).toEqual([width, height]);
		for (const [place, index] of pixels.entries()) {
			const colour = Buffer.from(palette[index] ?? []).toString('hex');
			expect(read.at(place % width, Math.floor(place / width))).toBe(`#${colour}`);
		}
	});
});

describe('the picture of a rule', () => {
	it('says the title and the place, in lines as wide as the picture between its edges', async () => {
		const asked: [string, number, number][] = [];
		await drawCard(card, blocks(asked));
		expect(asked.map(([text]) => text)).toEqual([card.title, card.place]);
		for (const [, , width] of asked) expect(width).toBeLessThanOrEqual(CARD_SIZE.width - 160);
	});

	it('sets longer titles smaller', async () => {
		const sizes: number[] = [];
		for (const length of [20, 80, 140]) {
			const asked: [string, number, number][] = [];
			await drawCard({ ...card, title: 'x'.repeat(length) }, blocks(asked));
			sizes.push(asked[0]?.[1] ?? 0);
		}
		expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
		expect(new Set(sizes).size).toBe(3);
	});

	it.each([
		['CRITICAL', 6],
		['HIGH', 5],
		['LOW', 1],
		[null, 0],
	] as const)('fills the bars of %s: %i', async (impact, filled) => {
		const { at } = await decoded(await drawCard({ ...card, impact }, blocks([])));
		const bars = Array.from({ length: 6 }, (_, bar) => at(80 + bar * 14 + 4, 520 + 35));
		expect(bars.filter((colour) => colour === '#14161b')).toHaveLength(filled);
	});

	it('keeps a title that is too high away from the place, and everything inside its edges', async () => {
		const { at } = await decoded(await drawCard(card, blocks([])));
		expect(at(600, 300)).not.toBe('#ffffff');
		expect(at(600, 490)).toBe('#ffffff');
		expect(at(40, 300)).toBe('#ffffff');
		expect(at(1160, 300)).toBe('#ffffff');
	});
});
