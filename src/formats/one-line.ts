import { spellHidden } from '../domain/hidden-signs.ts';

/**
 * Text that another wrote, for a line of the terminal: it must not end the line, drive the terminal, or stand in it in another
 * order than it has.
 */
export function oneLine(text: string): string {
	return harmless(text.replace(/\s+/g, (blank) => (/[\r\n]/.test(blank) ? ' ' : blank)).replaceAll('\t', '\ufffd'));
}

/** The same for text that may have several lines. */
export function harmlessLines(text: string): string {
	return text.split('\n').map(harmless).join('\n');
}

function harmless(text: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
	return spellHidden(text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd'));
}
