/** A Markdown table; all columns but the first ones, `texts` of them, are numbers. */
export function markdownTable(head: readonly string[], lines: readonly (readonly string[])[], texts = 1): string {
	const rule = head.map((_, i) => (i < texts ? '---' : '--:'));
	return [head, rule, ...lines].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

/**
 * Replaces what stands between `<!-- bench:name -->` and `<!-- /bench:name -->`. Throws when the text has no such place: a
 * table must not be lost in silence.
 */
export function fillPlace(text: string, name: string, content: string): string {
	const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
	const [from, to] = [text.indexOf(begin), text.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`There is no ${begin} … ${end}`);
	return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** The names of the places that a text has for results. */
export function places(text: string): readonly string[] {
	return [...text.matchAll(/<!-- bench:([\w-]+) -->/g)].map(([, name = '']) => name);
}
