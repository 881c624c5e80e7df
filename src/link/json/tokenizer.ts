/** What the signs of a report mean is up to the receiver; here they are only told apart. */
export interface TokenSink {
	/** Asked at the start of every string: whether its text is needed. Text that is not needed is checked and forgotten. */
	readonly wantsText: boolean;
	/** One of `{ } [ ] : ,` by its character code. Returns false to stop right after it. */
	readonly sign: (code: number, at: number) => boolean;
	readonly string: (start: number, end: number, text: string | null, escaped: boolean) => boolean;
	/** A number, `true`, `false` or `null`, already checked. */
	readonly scalar: (start: number, end: number, text: string) => boolean;
}

/** The bytes at `offset` cannot be JSON. */
export class JsonFault extends Error {
	override readonly name = 'JsonFault';
	readonly offset: number;

	constructor(offset: number) {
		super(`not JSON at byte ${offset}`);
		this.offset = offset;
	}
}

const SCALAR = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)$/;
/** Longer than any indentation. A hostile file may hold nothing but spaces. */
const SPACE_LIMIT = 256;
/** A number may be long, not endless. */
const SCALAR_LIMIT = 10_000;

const BETWEEN = 0;
const IN_STRING = 1;
const AFTER_BACKSLASH = 2;
const IN_HEX = 3;
const IN_SCALAR = 4;

/**
 * Tells the signs, strings and scalars of JSON apart in UTF-8 that comes in pieces. Every sign of JSON is ASCII, and no byte of
 * a longer character is, so bytes need not be decoded to find them; offsets are exact by construction.
 *
 * Written here because a report of 200 MB is mostly text that nobody asks for: the tokenizer of `@streamparser/json` decodes
 * all of it and takes several times as long, and stops at the first text after the value, which clang writes.
 */
export class Tokenizer {
	/** White space right before the current token. */
	space = '';
	readonly #sink: TokenSink;
	#state = BETWEEN;
	/** Bytes before the current piece. */
	#base: number;
	#start = 0;
	#kept: Uint8Array[] | null = null;
	#escaped = false;
	#hexLeft = 0;

	/** `base`: how many bytes of the report stand before the first piece. */
	constructor(sink: TokenSink, base = 0) {
		this.#sink = sink;
		this.#base = base;
	}

	/** Takes the next piece. Returns how many of its bytes were used: fewer than all only when the sink has stopped it. Throws JsonFault. */
	push(chunk: Uint8Array): number {
		let at = 0;
		while (at < chunk.length) {
			const next = this.#state === BETWEEN ? this.#between(chunk, at) : this.#inside(chunk, at);
			if (next < 0) {
				this.#base += -next - 1;
				return -next - 1;
			}
			at = next;
		}
		this.#base += chunk.length;
		return chunk.length;
	}

	/** The text is over. Throws JsonFault when it ends inside of a token. */
	end(): void {
		if (this.#state === IN_SCALAR) this.#endScalar(this.#base);
		else if (this.#state !== BETWEEN) throw new JsonFault(this.#base);
	}

	/** Returns where to go on; `-1 - where` when the sink wants no more. */
	#between(chunk: Uint8Array, from: number): number {
		let at = from;
		let code = chunk[at];
		while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
			at += 1;
			code = chunk[at];
		}
		if (at > from && this.space.length < SPACE_LIMIT) {
			this.space += ascii(chunk.subarray(from, Math.min(at, from + SPACE_LIMIT)));
		}
		if (code === undefined) return at;
		this.#start = this.#base + at;
		if (code === 0x22) {
			this.#state = IN_STRING;
			this.#kept = this.#sink.wantsText ? [] : null;
			this.#escaped = false;
			return this.#inside(chunk, at + 1);
		}
		if (code === 0x7b || code === 0x7d || code === 0x5b || code === 0x5d || code === 0x3a || code === 0x2c) {
			return this.#told(at + 1, this.#sink.sign(code, this.#start));
		}
		this.#state = IN_SCALAR;
		this.#kept = [];
		return this.#inside(chunk, at);
	}

	#inside(chunk: Uint8Array, from: number): number {
		return this.#state === IN_SCALAR ? this.#inScalar(chunk, from) : this.#inString(chunk, from);
	}

	#inString(chunk: Uint8Array, from: number): number {
		let at = from;
		while (at < chunk.length) {
			const code = chunk[at] ?? 0;
			if (this.#state === IN_STRING) {
				if (code === 0x22) return this.#endString(chunk, from, at);
				if (code < 0x20) throw new JsonFault(this.#base + at);
				if (code === 0x5c) {
					this.#state = AFTER_BACKSLASH;
					this.#escaped = true;
				}
			} else if (this.#state === AFTER_BACKSLASH) {
				if (code === 0x75) this.#hexLeft = 4;
				else if (!ESCAPES.has(code)) throw new JsonFault(this.#base + at);
				this.#state = code === 0x75 ? IN_HEX : IN_STRING;
			} else {
				if (!isHex(code)) throw new JsonFault(this.#base + at);
				this.#hexLeft -= 1;
				if (this.#hexLeft === 0) this.#state = IN_STRING;
			}
			at += 1;
		}
		this.#kept?.push(chunk.slice(from));
		return at;
	}

	#endString(chunk: Uint8Array, from: number, quote: number): number {
		this.#state = BETWEEN;
		const { start, end } = { start: this.#start, end: this.#base + quote + 1 };
		if (this.#kept === null) return this.#told(quote + 1, this.#sink.string(start, end, null, this.#escaped));
		const last = chunk.subarray(from, quote);
		const bytes = this.#kept.length === 0 ? last : Buffer.concat([...this.#kept, last]);
		const raw = utf8(bytes);
		const text = this.#escaped ? String(JSON.parse(`"${raw}"`)) : raw;
		return this.#told(quote + 1, this.#sink.string(start, end, text, this.#escaped));
	}

	#inScalar(chunk: Uint8Array, from: number): number {
		let at = from;
		while (at < chunk.length && isScalarByte(chunk[at] ?? 0)) at += 1;
		this.#kept?.push(chunk.slice(from, at));
		if (this.#base + at - this.#start > SCALAR_LIMIT) throw new JsonFault(this.#start);
		if (at === chunk.length) return at;
		return this.#told(at, this.#endScalar(this.#base + at));
	}

	#endScalar(end: number): boolean {
		this.#state = BETWEEN;
		const text = ascii(Buffer.concat(this.#kept ?? []));
		if (!SCALAR.test(text)) throw new JsonFault(this.#start);
		const more = this.#sink.scalar(this.#start, end, text);
		this.space = '';
		return more;
	}

	#told(next: number, more: boolean): number {
		this.space = '';
		return more ? next : -1 - next;
	}
}

const ESCAPES = new Set([...'"\\/bfnrt'].map((sign) => sign.charCodeAt(0)));

function isHex(code: number): boolean {
	return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

/** Letters, digits, `+`, `-` and `.`: what numbers and literals are made of. */
function isScalarByte(code: number): boolean {
	return (
		(code >= 0x30 && code <= 0x39) ||
		(code >= 0x61 && code <= 0x7a) ||
		(code >= 0x41 && code <= 0x5a) ||
		code === 0x2d ||
		code === 0x2e ||
		code === 0x2b
	);
}

function ascii(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function utf8(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
