import type { Rule } from '../../domain/rule.ts';

/** The words of some rules, in lower case. */
export interface WordCounts {
	/** Words of titles, tags and file names. */
	readonly named: readonly string[];
	/** How many of the rules use each word. */
	readonly uses: readonly (readonly [word: string, rules: number])[];
}

/** Words, and names such as `lru_cache`; what is shorter has too many neighbours to be corrected to. */
const WORD = /[\p{L}_$@][\p{L}\p{N}_$]{3,38}/gu;
/** A word of the text alone that fewer rules use may itself be a slip. */
const COMMON = 4;

/** Counts the words of rules. */
export function countWords(rules: readonly Pick<Rule, 'title' | 'tags' | 'stem' | 'text'>[]): WordCounts {
	const uses = new Map<string, number>();
	const named = new Set<string>();
	for (const { title, tags, stem, text } of rules) {
		const words = wordsOf([title, ...tags, stem].join(' '));
		for (const word of words) named.add(word);
		for (const word of wordsOf(text)) words.add(word);
		for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
	}
	return { named: [...named], uses: [...uses] };
}

/**
 * The words that typing errors are corrected to, most used first: all of titles, tags and file names, and those that several
 * rules use. However the rules are divided, the list is the same.
 */
export function wordList(counts: readonly WordCounts[]): readonly string[] {
	const uses = new Map<string, number>();
	for (const [word, count] of counts.flatMap((one) => one.uses)) uses.set(word, (uses.get(word) ?? 0) + count);
	const named = new Set(counts.flatMap((one) => one.named));
	return [...uses]
		.filter(([word, count]) => count >= COMMON || named.has(word))
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
		.map(([word]) => word);
}

function wordsOf(text: string): Set<string> {
	return new Set(text.toLowerCase().match(WORD) ?? []);
}
