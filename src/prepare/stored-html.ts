import type { RenderedBody } from '../domain/rule.ts';

/** Where the parts of a body lie in the bytes of many. */
export interface HtmlPlace {
	readonly start: number;
	/** Lengths in bytes. */
	readonly lead: number;
	readonly body: number;
	readonly titleAnchor: string | null;
}

/**
 * HTML that stays UTF-8 until a page asks for it. As strings, the bodies of a large site would fill the heap, though most
 * builds render only some of them.
 */
export function storedHtml(bytes: Buffer, { start, lead, body, titleAnchor }: HtmlPlace): RenderedBody {
	return {
		get lead() {
			return bytes.toString('utf8', start, start + lead);
		},
		get body() {
			return bytes.toString('utf8', start + lead, start + lead + body);
		},
		titleAnchor,
	};
}

/** The same body, stored. One that UTF-8 cannot hold, because it has half a letter, stays as it is. */
export function packed(html: RenderedBody): RenderedBody {
	const { lead, body, titleAnchor } = html;
	if (!lead.isWellFormed() || !body.isWellFormed()) return html;
	const bytes = Buffer.from(lead + body);
	const length = Buffer.byteLength(lead);
	return storedHtml(bytes, { start: 0, lead: length, body: bytes.length - length, titleAnchor });
}
