import { crc32, deflateSync } from 'node:zlib';

/** A picture of at most 16 colours: one place in the palette for each pixel, row by row. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
	/** Red, green and blue, each from 0 to 255. */
	readonly palette: readonly (readonly [number, number, number])[];
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS = 4;
const INDEXED = 3;

/** The picture as a PNG of four bits a pixel: a card of text takes a fifth of what full colour takes. */
export function png({ width, height, pixels, palette }: Picture): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head[8] = BITS;
	head[9] = INDEXED;
	const rows = Buffer.alloc((Math.ceil(width / 2) + 1) * height);
	let at = 0;
	for (let row = 0; row < height; row += 1) {
		// The first byte of a row names its filter: none.
		at += 1;
		for (let column = 0; column < width; column += 2) {
			const place = row * width + column;
			const second = column + 1 < width ? (pixels[place + 1] ?? 0) : 0;
			rows[at] = ((pixels[place] ?? 0) << 4) | second;
			at += 1;
		}
	}
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', head),
		chunk('PLTE', Buffer.from(palette.flat())),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(name: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}
