import { MESSAGE_TAIL, messageLink } from '../message-link.ts';
import type { Edit, Report } from '../types.ts';
import { CDATA, MARKUP } from './escaping.ts';
import { XmlScanner, type XmlText, type XmlToken } from './scanner.ts';
import type { XmlAttribute } from './tag.ts';

/** The edits that `visit` has for the tokens of a report. Throws `ReportError` for a report that is not whole or not XML. */
export async function* xmlEdits(report: Report, visit: (token: XmlToken) => readonly Edit[]): AsyncIterable<Edit> {
	const scanner = new XmlScanner(Buffer.byteLength(beforeXml(report.head)));
	for await (const chunk of report.read()) for (const token of scanner.push(chunk)) yield* visit(token);
	scanner.finish();
}

/** The name of the root of what a report starts with; empty when that is no XML. */
export function rootOf(head: string): string {
	const xml = head.slice(beforeXml(head).length);
	if (!xml.trimStart().startsWith('<')) return '';
	try {
		const root = new XmlScanner().push(Buffer.from(xml)).find(({ kind }) => kind === 'open');
		return root?.kind === 'open' ? root.name : '';
	} catch {
		return '';
	}
}

/** What stands before the XML's declaration: Cppcheck's progress comes the same way when its errors are sent to the output. */
function beforeXml(head: string): string {
	const declaration = head.trimStart().startsWith('<') ? 0 : head.search(/^<\?xml\s/m);
	return head.slice(0, Math.max(0, declaration));
}

/** The edit that ends an attribute's text with the address, as `messageLink` does; null when it does so already. */
export function linkAttribute({ raw, end }: XmlAttribute, url: string | null, site: string): Edit | null {
	return messageLink({ tail: raw, whole: true, end }, url, site, MARKUP);
}

/** The edit that makes an address the value of an attribute; null when it is already. */
export function setAttribute({ raw, start, end }: XmlAttribute, url: string): Edit | null {
	const text = MARKUP.encode(url);
	return Buffer.from(text).toString('latin1') === raw ? null : { start, end, text };
}

/** Holds on to the end of an element's text while its tokens go by. */
export class TextEnd {
	#last: XmlText | null = null;
	#tail = '';
	#whole = true;

	/** To be called for every text of the element. White space between tags is no text. */
	add(token: XmlText): void {
		if (!token.cdata && token.raw.trim() === '' && this.#last?.cdata !== false) return;
		const joined = this.#last?.cdata === token.cdata ? this.#tail + token.raw : token.raw;
		this.#tail = joined.slice(-MESSAGE_TAIL);
		this.#whole = this.#last === null || (this.#whole && joined.length === this.#tail.length);
		this.#last = token;
	}

	/** The edit that ends the text with the address, as `messageLink` does; null when it does so already, or when there is no text. */
	link(url: string | null, site: string): Edit | null {
		if (this.#last === null) return null;
		const { cdata, end } = this.#last;
		return messageLink({ tail: this.#tail, whole: this.#whole, end }, url, site, cdata ? CDATA : MARKUP);
	}
}
