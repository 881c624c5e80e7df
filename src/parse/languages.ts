import { bundledLanguagesInfo } from 'shiki/langs';

/** Words that mean "no highlighting" to Shiki. */
const plain = new Set(['text', 'txt', 'plain', 'plaintext', 'ansi']);

const grammars = new Map<string, string>();
for (const language of bundledLanguagesInfo) {
	grammars.set(language.id, language.id);
	for (const alias of language.aliases ?? []) grammars.set(alias, language.id);
}

/**
 * Shiki's own name of a language: `ts` → `typescript`. Case does not matter.
 * `text` for the words that ask for no highlighting; null for a word that Shiki does not know.
 */
export function grammarOf(language: string): string | null {
	const word = language.toLowerCase();
	return plain.has(word) ? 'text' : (grammars.get(word) ?? null);
}

/** The known name or alias that differs least from an unknown one; null when none is near. */
export function nearestLanguage(language: string): string | null {
	const word = language.toLowerCase();
	let best: string | null = null;
	let bestDistance = Math.min(3, Math.ceil(word.length / 3) + 1);
	for (const name of grammars.keys()) {
		if (Math.abs(name.length - word.length) >= bestDistance) continue;
		const distance = editDistance(word, name);
		if (distance < bestDistance) {
			best = name;
			bestDistance = distance;
		}
	}
	return best;
}

/** Levenshtein distance: how many letters to insert, remove or change. */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
