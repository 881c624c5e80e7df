/**
 * Where the frontmatter of a text ends, closing line included, without parsing the text: 0 for a text that begins with none.
 * Null when it begins like frontmatter that is never closed. In a text whose first line only looks so, it may be any line's end.
 */
export function endOfFrontmatter(text: string): number | null {
	if (!text.startsWith('---')) return 0;
	const closing = /(?<![^\r\n])---[ \t]*(?![^\r\n])/g;
	closing.lastIndex = 3;
	return closing.test(text) ? closing.lastIndex : null;
}
