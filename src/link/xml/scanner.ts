import { ReportError } from '../types.ts';
import { parseTag, withoutPrefix, type XmlAttribute } from './tag.ts';

/** A piece of an XML report with its place in bytes. Comments, instructions and declarations yield none. */
export type XmlToken = XmlOpen | XmlClose | XmlText;

export interface XmlOpen {
	readonly kind: 'open';
	/** Without the prefix of a namespace. */
	readonly name: string;
	readonly attributes: ReadonlyMap<string, XmlAttribute>;
	/** The first byte after its attributes. */
	readonly attributesEnd: number;
	readonly line: number;
}

/** Follows every `open`, that of `<x/>` as well. */
export interface XmlClose {
	readonly kind: 'close';
	readonly name: string;
}

/** Text as it is written, a character per byte of UTF-8. Long text comes in several pieces. */
export interface XmlText {
	readonly kind: 'text';
	readonly cdata: boolean;
	readonly raw: string;
	/** The first byte after it. */
	readonly end: number;
}

/** More than any tag of a report holds. */
const TAG_LIMIT = 8 * 1024 * 1024;
const DEPTH_LIMIT = 1000;
const CDATA = '<![CDATA[';
const DOCTYPE = '<!DOCTYPE';

/**
 * Reads XML in UTF-8 that comes in pieces, with the place of every tag, attribute value and text. Nothing is ever expanded:
 * a document type is skipped and an entity is left as it is written, so no input grows. Text around the root is passed over.
 *
 * Written here because an edit needs the bytes of a value as it is written: saxes gives the value with its entities resolved,
 * has no place for it, and stops at an entity that a document type declares.
 */
export class XmlScanner {
	/** What has been read but not used yet; a character per byte. */
	#text = '';
	/** Bytes before `#text`. */
	#base = 0;
	#line = 1;
	#part: 'content' | 'cdata' | 'comment' | 'instruction' | 'doctype' = 'content';
	/** How much of an unfinished tag has been looked at, and the quote that is open there. */
	#looked = 0;
	#quote = '';
	#doctypeBrackets = 0;
	#hasRoot = false;
	readonly #open: { readonly name: string; readonly line: number }[] = [];
	/** Bytes that are still to be passed over. */
	#before: number;

	/** `before`: how many bytes stand before the XML. */
	constructor(before = 0) {
		this.#before = before;
	}

	/** Takes the next piece. Returns what is whole by then. Throws `ReportError` at what cannot be XML. */
	push(chunk: Uint8Array): readonly XmlToken[] {
		this.#text += Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
		if (this.#before > 0) this.#pass();
		const tokens: XmlToken[] = [];
		while (this.#text !== '' && this.#step(tokens));
		if (this.#text.length > TAG_LIMIT) throw this.#fault('a tag has more than 8 MB');
		return tokens;
	}

	/** To be called after the last piece. Throws `ReportError` when the report is not whole. */
	finish(): void {
		const last = this.#open.at(-1);
		if (last !== undefined || this.#part !== 'content' || this.#text !== '') {
			const inside = last === undefined ? '' : ` inside of <${last.name}> from line ${last.line}`;
			throw this.#fault(`not whole: it stops${inside}. Was the linter stopped?`);
		}
		if (!this.#hasRoot) throw new ReportError('not XML: there is no tag in it');
	}

	#pass(): void {
		const length = Math.min(this.#before, this.#text.length);
		this.#before -= length;
		this.#take(length);
	}

	/** Reads one part. Returns false when that takes more bytes. */
	#step(tokens: XmlToken[]): boolean {
		switch (this.#part) {
			case 'comment':
				return this.#skipTo('-->');
			case 'instruction':
				return this.#skipTo('?>');
			case 'doctype':
				return this.#documentType();
			case 'cdata':
				return this.#cdata(tokens);
			default:
				return this.#text.startsWith('<') ? this.#markup(tokens) : this.#content(tokens);
		}
	}

	#markup(tokens: XmlToken[]): boolean {
		const opening = this.#text.slice(0, CDATA.length);
		if (opening.startsWith('<?')) return this.#enter('instruction', 2);
		if (opening.startsWith('<!--')) return this.#enter('comment', 4);
		if (opening === CDATA) return this.#enter('cdata', CDATA.length);
		if (opening.toUpperCase() === DOCTYPE) return this.#enter('doctype', DOCTYPE.length);
		const undecided = opening.length < CDATA.length && (opening === '<' || opening.startsWith('<!'));
		return undecided ? false : this.#tag(tokens);
	}

	#enter(part: 'cdata' | 'comment' | 'instruction' | 'doctype', length: number): boolean {
		this.#take(length);
		this.#part = part;
		return true;
	}

	#tag(tokens: XmlToken[]): boolean {
		const end = this.#endOfTag();
		if (end === -1) return false;
		const inner = this.#text.slice(1, end);
		const name = /^\/[^\s]*\s*$/.test(inner) ? inner.slice(1).trimEnd() : null;
		if (name === null) this.#openTag(inner, tokens);
		else this.#closeTag(name, tokens);
		this.#take(end + 1);
		return true;
	}

	/** Where the tag at hand ends, or -1. A `>` in quotes does not end it. */
	#endOfTag(): number {
		for (let at = Math.max(this.#looked, 1); at < this.#text.length; at++) {
			const sign = this.#text[at] ?? '';
			if (this.#quote !== '') this.#quote = sign === this.#quote ? '' : this.#quote;
			else if (sign === '"' || sign === "'") this.#quote = sign;
			else if (sign === '>') return at;
		}
		this.#looked = this.#text.length;
		return -1;
	}

	#openTag(inner: string, tokens: XmlToken[]): void {
		const empty = inner.endsWith('/');
		const tag = parseTag(empty ? inner.slice(0, -1) : inner, this.#base + 1);
		if (tag === null) throw this.#fault(`not XML: <${shorten(inner)}> is no tag`);
		const { name, attributes, attributesEnd } = tag;
		this.#hasRoot = true;
		tokens.push({ kind: 'open', name: withoutPrefix(name), attributes, attributesEnd, line: this.#line });
		if (empty) tokens.push({ kind: 'close', name: withoutPrefix(name) });
		else this.#open.push({ name, line: this.#line });
		if (this.#open.length > DEPTH_LIMIT) throw this.#fault(`tags are nested more than ${DEPTH_LIMIT} deep`);
	}

	#closeTag(name: string, tokens: XmlToken[]): void {
		const last = this.#open.pop();
		if (last === undefined) throw this.#fault(`not XML: </${shorten(name)}> closes nothing`);
		if (last.name !== name) {
			throw this.#fault(
				`not XML: </${shorten(name)}> stands where <${last.name}> of line ${last.line} is to be closed`,
			);
		}
		tokens.push({ kind: 'close', name: withoutPrefix(name) });
	}

	#content(tokens: XmlToken[]): boolean {
		const at = this.#text.indexOf('<');
		this.#emit(tokens, at === -1 ? this.#text.length : at, false);
		return true;
	}

	#cdata(tokens: XmlToken[]): boolean {
		const at = this.#text.indexOf(']]>');
		if (at === -1 && this.#text.length < 3) return false;
		this.#emit(tokens, at === -1 ? this.#text.length - 2 : at, true);
		if (at === -1) return false;
		this.#take(3);
		this.#part = 'content';
		return true;
	}

	#emit(tokens: XmlToken[], length: number, cdata: boolean): void {
		const raw = this.#text.slice(0, length);
		if (this.#open.length > 0) tokens.push({ kind: 'text', cdata, raw, end: this.#base + length });
		this.#take(length);
	}

	#skipTo(end: '-->' | '?>'): boolean {
		const at = this.#text.indexOf(end);
		if (at === -1) this.#take(Math.max(0, this.#text.length - end.length + 1));
		else this.#take(at + end.length);
		if (at !== -1) this.#part = 'content';
		return at !== -1;
	}

	/** Entities may be declared in square brackets here, with values in quotes and comments. They are passed over. */
	#documentType(): boolean {
		if (this.#quote !== '') {
			const end = this.#text.indexOf(this.#quote);
			this.#take(end === -1 ? this.#text.length : end + 1);
			if (end !== -1) this.#quote = '';
			return end !== -1;
		}
		const found = /[[\]>"']|<!--/.exec(this.#text);
		if (found === null) {
			this.#take(Math.max(0, this.#text.length - 3));
			return false;
		}
		const [sign] = found;
		if (sign === '<!--') {
			const end = this.#text.indexOf('-->', found.index + 4);
			if (end !== -1) this.#take(end + 3);
			return end !== -1;
		}
		this.#take(found.index + 1);
		if (sign === '[') this.#doctypeBrackets++;
		else if (sign === ']') this.#doctypeBrackets--;
		else if (sign !== '>') this.#quote = sign;
		else if (this.#doctypeBrackets <= 0) this.#part = 'content';
		return true;
	}

	#take(length: number): void {
		const taken = this.#text.slice(0, length);
		for (let at = taken.indexOf('\n'); at !== -1; at = taken.indexOf('\n', at + 1)) this.#line++;
		this.#text = this.#text.slice(length);
		this.#base += length;
		this.#looked = 0;
	}

	#fault(message: string): ReportError {
		return new ReportError(message, this.#line);
	}
}

function shorten(text: string): string {
	return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
