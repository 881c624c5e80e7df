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
 * all of it (80 MB/s, before anything is made of the tokens; this one skips 170 MB/s), does not tell the white space that an
 * edit has to imitate nor the bytes of a string, and takes text after the value, which clang writes, for an error.
 */
export class Tokenizer {
	readonly #sink: TokenSink;
	#state = BETWEEN;
	/** Bytes before the current piece. */
	#base: number;
	#start = 0;
	#kept: Buffer[] | null = null;
	#escaped = false;
	#scalar = '';
	#hexLeft = 0;
	#chunk: Buffer = Buffer.alloc(0);
	/** White space before the current token: what is left of it in earlier pieces, and where it stands in this one. */
	#spaceBefore = '';
	#spaceFrom = 0;
	#spaceTo = 0;

	/** `base`: how many bytes of the report stand before the first piece. */
	constructor(sink: TokenSink, base = 0) {
		this.#sink = sink;
		this.#base = base;
	}

	/** White space right before the current token. */
	get space(): string {
		return this.#spaceBefore + this.#chunk.toString('latin1', this.#spaceFrom, this.#spaceTo);
	}

	/** Takes the next piece. Returns how many of its bytes were used: fewer than all only when the sink has stopped it. Throws JsonFault. */
	push(piece: Uint8Array): number {
		const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
		this.#chunk = chunk;
		let at = 0;
		while (at >= 0 && at < chunk.length) {
			at = this.#state === BETWEEN ? this.#between(chunk, at) : this.#inside(chunk, at);
		}
		const used = at < 0 ? -1 - at : at;
		this.#base += used;
		this.#spaceBefore = this.space.slice(0, SPACE_LIMIT);
		this.#spaceFrom = 0;
		this.#spaceTo = 0;
		return used;
	}

	/** The text is over. Throws JsonFault when it ends inside of a token. */
	end(): void {
		if (this.#state === IN_SCALAR) this.#endScalar(this.#base);
		else if (this.#state !== BETWEEN) throw new JsonFault(this.#base);
	}

	/** Returns where to go on; `-1 - where` when the sink wants no more. */
	#between(chunk: Buffer, from: number): number {
		let at = from;
		while (at < chunk.length && isSpace(chunk[at] ?? 0)) at += 1;
		this.#spaceFrom = from;
		this.#spaceTo = Math.min(at, from + SPACE_LIMIT);
		if (at === chunk.length) return at;
		const code = chunk[at] ?? 0;
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
		return this.#inside(chunk, at);
	}

	#inside(chunk: Buffer, from: number): number {
		return this.#state === IN_SCALAR ? this.#inScalar(chunk, from) : this.#inString(chunk, from);
	}

	#inString(chunk: Buffer, from: number): number {
		const { length } = chunk;
		let at = from;
		while (at < length) {
			if (this.#state === IN_STRING) {
				let code = chunk[at] ?? 0;
				while (code >= 0x20 && code !== 0x22 && code !== 0x5c) {
					at += 1;
					// Beyond the piece there is `undefined`, which no comparison holds for.
					code = chunk[at] as number;
				}
				if (at >= length) break;
				if (code === 0x22) return this.#endString(chunk, from, at);
				if (code !== 0x5c) throw new JsonFault(this.#base + at);
				this.#state = AFTER_BACKSLASH;
				this.#escaped = true;
			} else this.#escape(chunk[at] ?? 0, at);
			at += 1;
		}
		this.#kept?.push(Buffer.from(chunk.subarray(from)));
		return at;
	}

	#escape(code: number, at: number): void {
		if (this.#state === AFTER_BACKSLASH) {
			if (code === 0x75) this.#hexLeft = 4;
			else if (!ESCAPES.has(code)) throw new JsonFault(this.#base + at);
			this.#state = code === 0x75 ? IN_HEX : IN_STRING;
			return;
		}
		if (!isHex(code)) throw new JsonFault(this.#base + at);
		this.#hexLeft -= 1;
		if (this.#hexLeft === 0) this.#state = IN_STRING;
	}

	#endString(chunk: Buffer, from: number, quote: number): number {
		this.#state = BETWEEN;
		const { start, end } = { start: this.#start, end: this.#base + quote + 1 };
		if (this.#kept === null) return this.#told(quote + 1, this.#sink.string(start, end, null, this.#escaped));
		// A character may be cut by the end of a piece, so the pieces are joined before they are decoded.
		const raw =
			this.#kept.length === 0
				? chunk.toString('utf8', from, quote)
				: Buffer.concat([...this.#kept, chunk.subarray(from, quote)]).toString('utf8');
		const text = this.#escaped ? String(JSON.parse(`"${raw}"`)) : raw;
		return this.#told(quote + 1, this.#sink.string(start, end, text, this.#escaped));
	}

	#inScalar(chunk: Buffer, from: number): number {
		let at = from;
		while (at < chunk.length && isScalarByte(chunk[at] ?? 0)) at += 1;
		this.#scalar += chunk.toString('latin1', from, at);
		if (this.#scalar.length > SCALAR_LIMIT) throw new JsonFault(this.#start);
		return at === chunk.length ? at : this.#told(at, this.#endScalar(this.#base + at));
	}

	#endScalar(end: number): boolean {
		const text = this.#scalar;
		this.#scalar = '';
		this.#state = BETWEEN;
		if (!SCALAR.test(text)) throw new JsonFault(this.#start);
		return this.#sink.scalar(this.#start, end, text);
	}

	#told(next: number, more: boolean): number {
		this.#spaceBefore = '';
		this.#spaceTo = this.#spaceFrom;
		return more ? next : -1 - next;
	}
}

const ESCAPES = new Set([...'"\\/bfnrt'].map((sign) => sign.charCodeAt(0)));

function isSpace(code: number): boolean {
	return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

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
