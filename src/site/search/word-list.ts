import type { Rule } from '../../domain/rule.ts';

/** Words, and names such as `lru_cache`; what is shorter has too many neighbours to be corrected to. */
const WORD = /[\p{L}_$@][\p{L}\p{N}_$]{3,38}/gu;
/** A word of the text alone that fewer rules use may itself be a slip. */
const COMMON = 4;

/**
 * The words that typing errors are corrected to, in lower case, most used first: all of titles, tags and file names, and
 * those that several rules use.
 */
export function wordList(rules: readonly Rule[]): readonly string[] {
	const uses = new Map<string, number>();
	const named = new Set<string>();
	for (const { title, tags, stem, text } of rules) {
		const names = wordsOf([title, ...tags, stem].join(' '));
		for (const word of names) {
			named.add(word);
		}
		for (const word of new Set([...names, ...wordsOf(text)])) {
			uses.set(word, (uses.get(word) ?? 0) + 1);
		}
	}
	return [...uses]
		.filter(([word, count]) => count >= COMMON || named.has(word))
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
		.map(([word]) => word);
}

function wordsOf(text: string): Set<string> {
	return new Set(text.toLowerCase().match(WORD) ?? []);
}
