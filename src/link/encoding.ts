import { isUtf8 } from 'node:buffer';
import { ReportError } from './types.ts';

/** How a report is written on disk. Inside, everything is UTF-8 without a byte order mark. */
export interface Encoding {
	readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
	/** Whether the text begins with a byte order mark. */
	readonly mark: boolean;
}

const MARKS = {
	'utf-8': Uint8Array.of(0xef, 0xbb, 0xbf),
	'utf-16le': Uint8Array.of(0xff, 0xfe),
	'utf-16be': Uint8Array.of(0xfe, 0xff),
} as const;

/** As many first bytes as tell an encoding. */
export const ENCODING_BYTES = 64;

/** Tells the encoding by the first bytes: by the mark, else by the zero bytes that only UTF-16 has. */
export function encodingOf(first: Uint8Array): Encoding {
	for (const name of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
		if (MARKS[name].every((byte, index) => first[index] === byte)) return { name, mark: true };
	}
	const zeros = [0, 1].map((offset) => everySecondIsZero(first, offset));
	if (zeros[1] && !zeros[0]) return { name: 'utf-16le', mark: false };
	if (zeros[0] && !zeros[1]) return { name: 'utf-16be', mark: false };
	return { name: 'utf-8', mark: false };
}

/** Whether a text of ASCII characters stands here in UTF-16 with its zero bytes at this offset. */
function everySecondIsZero(bytes: Uint8Array, offset: number): boolean {
	const length = Math.min(bytes.length - (bytes.length % 2), ENCODING_BYTES);
	for (let index = offset; index < length; index += 2) if (bytes[index] !== 0) return false;
	return length >= 2;
}

/** How many bytes the byte order mark takes. */
export function markLength({ name, mark }: Encoding): number {
	return mark ? MARKS[name].length : 0;
}

/**
 * Turns the text after the mark into UTF-8. Throws `ReportError` with the place of the first byte that is not in the encoding.
 */
export function toUtf8(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<Uint8Array> {
	return encoding.name === 'utf-8' ? checkedUtf8(chunks, markLength(encoding)) : fromUtf16(chunks, encoding);
}

async function* checkedUtf8(chunks: AsyncIterable<Uint8Array>, start: number): AsyncIterable<Uint8Array> {
	let offset = start;
	let rest: Uint8Array = new Uint8Array();
	for await (const chunk of chunks) {
		const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		const end = wholeCharacters(bytes);
		const whole = bytes.subarray(0, end);
		if (!isUtf8(whole)) throw notUtf8(offset + validLength(whole));
		yield whole;
		offset += end;
		rest = bytes.slice(end);
	}
	if (rest.length > 0) throw notUtf8(offset);
}

function notUtf8(offset: number): ReportError {
	return new ReportError(
		`not UTF-8 (byte ${(offset + 1).toLocaleString('en')} cannot be read). Let the linter write UTF-8 or UTF-16.`,
	);
}

/** Where the last character that may go on in the next chunk begins. */
function wholeCharacters(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return bytes.length;
		if (byte >= 0xc0) {
			const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
			return needed > back ? bytes.length - back : bytes.length;
		}
	}
	return bytes.length;
}

/** How many bytes stand before the first that is no UTF-8. */
function validLength(bytes: Uint8Array): number {
	let low = 0;
	let high = bytes.length;
	// A prefix is valid up to the bad byte, apart from a character that the cut splits.
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (isUtf8(bytes.subarray(0, wholeCharacters(bytes.subarray(0, middle))))) low = middle;
		else high = middle - 1;
	}
	return wholeCharacters(bytes.subarray(0, low));
}

async function* fromUtf16(chunks: AsyncIterable<Uint8Array>, { name: encoding }: Encoding): AsyncIterable<Uint8Array> {
	const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
	const bad = () => new ReportError(`not ${encoding.toUpperCase()}, although it begins like it.`);
	const decode = (chunk?: Uint8Array) => {
		try {
			return decoder.decode(chunk, { stream: chunk !== undefined });
		} catch {
			throw bad();
		}
	};
	for await (const chunk of chunks) yield Buffer.from(decode(chunk));
	yield Buffer.from(decode());
}

/** Turns UTF-8 that comes in pieces into an encoding, with its mark before the first piece. */
export interface Encoder {
	readonly push: (chunk: Uint8Array) => Uint8Array;
	/** What is left when no piece follows: the mark of a text that had no piece. */
	readonly end: () => Uint8Array;
}

export function makeEncoder(encoding: Encoding): Encoder {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let mark: Uint8Array = encoding.mark ? MARKS[encoding.name] : new Uint8Array();
	const marked = (bytes: Uint8Array) => {
		if (mark.length === 0) return bytes;
		const whole = Buffer.concat([mark, bytes]);
		mark = new Uint8Array();
		return whole;
	};
	if (encoding.name === 'utf-8') return { push: marked, end: () => marked(new Uint8Array()) };
	const utf16 = (text: string) => {
		const bytes = Buffer.from(text, 'utf16le');
		return marked(encoding.name === 'utf-16be' ? bytes.swap16() : bytes);
	};
	return { push: (chunk) => utf16(decoder.decode(chunk, { stream: true })), end: () => utf16(decoder.decode()) };
}
