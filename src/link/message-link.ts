import type { Edit } from './types.ts';

/** An address as it can stand in any line of text: printable ASCII, no spaces, no round brackets. It leads to the same page. */
export function printableAddress(url: string): string {
	return url
		.toWellFormed()
		.replace(/[^\x21-\x7e]/gu, encodeURIComponent)
		.replaceAll('(', '%28')
		.replaceAll(')', '%29');
}

/** The end of a message in a report, as bytes: each character of `tail` is one byte of UTF-8. */
export interface MessageEnd {
	/** The last bytes of the message, or all of it. */
	readonly tail: string;
	/** Whether `tail` is all of it. */
	readonly whole: boolean;
	/** The first byte after the message. */
	readonly end: number;
}

/** How a format writes what its own signs would break, and reads it back. */
export interface Escaping {
	readonly encode: (text: string) => string;
	readonly decode: (text: string) => string;
}

/** As many bytes of a message's end are enough to see a link there. */
export const MESSAGE_TAIL = 8192;

/**
 * The edit that ends a message with ` (https://…)`; null when it ends so already. A link to another page of the same site
 * (`site`), left by an earlier run, is replaced. White space after the message stays after it.
 */
export function messageLink(message: MessageEnd, url: string, site: string, { encode, decode }: Escaping): Edit | null {
	const text = message.tail.trimEnd();
	const end = message.end - (message.tail.length - text.length);
	const address = encode(printableAddress(url));
	const open = text.endsWith(')') ? text.lastIndexOf('(') : -1;
	const old = open === -1 ? '' : text.slice(open + 1, -1);
	const start = end - old.length - 1;
	if (old === address) return null;
	if (old !== '' && decode(old).startsWith(printableAddress(site))) return { start, end: end - 1, text: address };
	const space = text === '' && message.whole ? '' : ' ';
	return { start: end, end, text: `${space}(${address})` };
}
