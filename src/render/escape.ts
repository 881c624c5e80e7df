import { frameHidden } from '../domain/hidden-signs.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;' };

/**
 * Text of code as HTML text, in as few letters as that takes: between tags, only these two signs can begin anything. Signs that
 * cannot be seen are framed.
 */
export function codeText(text: string): string {
	return frameHidden(text.replace(/[&<]/g, (sign) => entities[sign] ?? sign));
}
