import type { Fragment } from './pagefind.ts';

/** How much of the text stands before and after the word. */
const BEFORE = 60;
const AFTER = 140;

/**
 * The excerpt of a hit, with the words that were searched for marked.
 * The engine marks none when it found a rule by a piece of a name (`pool_cleanup` in `ngx_pool_cleanup_add`):
 * then the first place of the text that holds a word is shown, the longest word first.
 */
export function excerptFor(
	words: readonly string[],
	{ excerpt, content }: Pick<Fragment, 'excerpt' | 'content'>,
): string {
	if (excerpt.includes('<mark>')) return excerpt;
	const text = content.toLowerCase();
	for (const word of [...words].sort((a, b) => b.length - a.length)) {
		const at = word.length > 1 ? text.indexOf(word.toLowerCase()) : -1;
		if (at !== -1) return around(content, at, at + word.length);
	}
	return excerpt;
}

function around(content: string, start: number, end: number): string {
	const before = content.slice(Math.max(0, start - BEFORE), start);
	const after = content.slice(end, end + AFTER);
	const lead = start > BEFORE ? before.slice(before.indexOf(' ') + 1) : before;
	const tail = content.length > end + AFTER ? `${after.slice(0, Math.max(0, after.lastIndexOf(' ')))} …` : after;
	return `${escaped(lead)}<mark>${escaped(content.slice(start, end))}</mark>${escaped(tail)}`;
}

/** As the engine escapes its own excerpts. */
function escaped(text: string): string {
	return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
