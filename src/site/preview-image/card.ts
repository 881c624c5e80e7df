import { IMPACTS, type Impact, impactLevel } from '../../domain/impact.ts';
import type { Picture } from './png.ts';

/** How much of each pixel ink covers, from 0 to 255, row by row. */
export interface Mask {
	readonly width: number;
	readonly height: number;
	readonly coverage: Uint8Array;
}

/** Sets a text in lines of at most `width` pixels. */
export type SetText = (text: string, size: number, width: number) => Promise<Mask>;

export interface Card {
	readonly title: string;
	readonly impact: Impact | null;
	/** The name of the tier, the pack and the section. */
	readonly place: string;
}

/** The size that every reader of link previews asks for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const EDGE = 80;
const TITLE_TOP = 96;
const TITLE_BOTTOM = 470;
const PLACE_TOP = 520;
const PLACE_SIZE = 30;
const BAR = { width: 9, step: 14, height: 36 } as const;

/** Thirteen steps from paper to ink, then the accent and the grey of an empty bar. */
const INK_STEPS = 12;
const ACCENT = 13;
const EMPTY_BAR = 14;
const PALETTE: Picture['palette'] = [
	...Array.from({ length: INK_STEPS + 1 }, (_, step) => mixed([255, 255, 255], [20, 22, 27], step / INK_STEPS)),
	[31, 65, 176],
	[217, 220, 226],
];

/** The picture that a link to a rule is shown with: title, tier, pack and section. */
export async function drawCard({ title, impact, place }: Card, setText: SetText): Promise<Picture> {
	const { width, height } = CARD_SIZE;
	const picture: Picture = { width, height, pixels: new Uint8Array(width * height), palette: PALETTE };
	fill(picture, 0, 0, width, 14, ACCENT);
	stamp(picture, await setText(title, titleSize(title), width - 2 * EDGE), EDGE, TITLE_TOP, TITLE_BOTTOM);
	const level = impactLevel(impact);
	for (const step of IMPACTS.keys()) {
		const tall = (BAR.height * (step + 2)) / (IMPACTS.length + 1);
		const colour = step < level ? INK_STEPS : EMPTY_BAR;
		fill(picture, EDGE + step * BAR.step, PLACE_TOP + BAR.height - tall, BAR.width, tall, colour);
	}
	const left = EDGE + IMPACTS.length * BAR.step + 16;
	stamp(picture, await setText(place, PLACE_SIZE, width - EDGE - left), left, PLACE_TOP, height);
	return picture;
}

/** Long titles are set smaller, so that nearly all of them fit. */
function titleSize(title: string): number {
	return title.length <= 60 ? 64 : title.length <= 110 ? 52 : 42;
}

function fill({ width, pixels }: Picture, left: number, top: number, wide: number, tall: number, colour: number): void {
	for (let row = Math.round(top); row < Math.round(top + tall); row += 1) {
		pixels.fill(colour, row * width + left, row * width + left + wide);
	}
}

/** Puts a mask on the picture; what would reach below `bottom` is cut off. */
function stamp({ width, pixels }: Picture, mask: Mask, left: number, top: number, bottom: number): void {
	const wide = Math.min(mask.width, width - left);
	for (let row = 0; row < Math.min(mask.height, bottom - top); row += 1) {
		for (let column = 0; column < wide; column += 1) {
			const ink = mask.coverage[row * mask.width + column] ?? 0;
			if (ink > 0) pixels[(top + row) * width + left + column] = Math.round((ink / 255) * INK_STEPS);
		}
	}
}

type Colour = readonly [number, number, number];

function mixed(from: Colour, to: Colour, share: number): Colour {
	const part = (at: 0 | 1 | 2): number => Math.round(from[at] + (to[at] - from[at]) * share);
	return [part(0), part(1), part(2)];
}
