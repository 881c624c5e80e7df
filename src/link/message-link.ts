import type { Edit } from './types.ts';

/** An address as it can stand in any line of text: printable ASCII, no spaces, no round brackets. It leads to the same page. */
export function printableAddress(url: string): string {
	return url
		.toWellFormed()
		.replace(/[^\x21-\x7e]/gu, encodeURIComponent)
		.replaceAll('(', '%28')
		.replaceAll(')', '%29');
}

/** Whether an address is one that `link` wrote: of a rule or of a code of the site. Other pages of it may stand in any message. */
export function isOurs(address: string, site: string): boolean {
	const root = printableAddress(site);
	return ['rules/', 'd/'].some((folder) => address.startsWith(root + folder));
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
 * The edit that ends a message with ` (https://…)`; null when it ends so already. A link that an earlier run has left, to another
 * rule of the same site (`site`), is replaced; without an address (`url` is null) it is taken away. White space after the message
 * stays after it.
 */
export function messageLink(
	message: MessageEnd,
	url: string | null,
	site: string,
	{ encode, decode }: Escaping,
): Edit | null {
	const text = message.tail.trimEnd();
	const end = message.end - (message.tail.length - text.length);
	const [, old = ''] = /\(([^()\s]+)\)$/.exec(text) ?? [];
	const isOld = isOurs(decode(old), site);
	if (url === null) {
		const before = text.slice(0, text.length - old.length - 2).trimEnd();
		return isOld ? { start: end - (text.length - before.length), end, text: '' } : null;
	}
	const address = encode(printableAddress(url));
	if (old === address) return null;
	if (isOld) return { start: end - old.length - 1, end: end - 1, text: address };
	const space = text === '' && message.whole ? '' : ' ';
	return { start: end, end, text: `${space}(${address})` };
}
