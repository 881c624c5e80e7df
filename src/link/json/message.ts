import { isOurs, printableAddress } from '../message-link.ts';
import type { Edit } from '../types.ts';
import { replaceText } from './edit.ts';
import type { JsonNode } from './node.ts';

/**
 * The edit that ends a message with ` (https://…)`; null when it ends so already, or when there is no text to add to. A link that
 * an earlier run has left, to another rule of the same site, is replaced; without an address (`url` is null) it is taken away.
 * White space after the message stays after it.
 */
export function linkMessage(node: JsonNode | null, url: string | null, site: string): Edit | null {
	return node?.type === 'string' ? replaceText(node, linkedText(node.value, url, site)) : null;
}

/** The text with the address at its end, once; without one, the text without the address of an earlier run. */
export function linkedText(text: string, url: string | null, site: string): string {
	const said = text.trimEnd();
	const after = text.slice(said.length);
	const [own = ''] = /\([^()\s]*\)$/.exec(said) ?? [];
	const isOld = isOurs(own.slice(1, -1), site);
	if (url === null) return isOld ? said.slice(0, -own.length).trimEnd() + after : text;
	const before = isOld ? said.slice(0, -own.length) : said === '' ? '' : `${said} `;
	return `${before}(${printableAddress(url)})${after}`;
}
