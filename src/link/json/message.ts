import { printableAddress } from '../message-link.ts';
import type { Edit } from '../types.ts';
import { replaceText } from './edit.ts';
import type { JsonNode } from './node.ts';

/**
 * The edit that ends a message with ` (https://…)`; null when it ends so already, or when there is no text to add to. A link to
 * another page of the same site, left by an earlier run, is replaced. White space after the message stays after it.
 */
export function linkMessage(node: JsonNode | null, url: string, site: string): Edit | null {
	return node?.type === 'string' ? replaceText(node, linkedText(node.value, url, site)) : null;
}

/** The text with the address at its end, once. */
export function linkedText(text: string, url: string, site: string): string {
	const said = text.trimEnd();
	const after = text.slice(said.length);
	const [own = ''] = /\([^()\s]*\)$/.exec(said) ?? [];
	const before = own.startsWith(`(${printableAddress(site)}`)
		? said.slice(0, -own.length)
		: said === ''
			? ''
			: `${said} `;
	return `${before}(${printableAddress(url)})${after}`;
}
