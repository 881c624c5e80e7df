import { EVENT_VECTORS } from './events.ts';
import { HTML_VECTORS } from './html.ts';
import { MARKDOWN_VECTORS } from './markdown.ts';
import { NAME_VECTORS } from './names.ts';

/** What a vector runs where it writes `§`: the trap on every page notices the assignment. */
const PROOF = 'window.__xss=1';

/**
 * Texts that run a program, or break out of their place, in a page that takes them for HTML or for an address. Collected from
 * what is published: the OWASP filter evasion cheat sheet, the PortSwigger cheat sheet, the cases that DOMPurify is tested with,
 * and advisories of Markdown renderers; written anew, each with a proof that the trap knows.
 */
export const VECTORS: readonly string[] = [
	...new Set(
		[...HTML_VECTORS, ...EVENT_VECTORS, ...MARKDOWN_VECTORS, ...NAME_VECTORS].map((one) => one.replaceAll('§', PROOF)),
	),
];
