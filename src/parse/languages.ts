import { bundledLanguagesInfo } from 'shiki/langs';
import { nearest } from '../domain/nearest.ts';

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
	return nearest(language, grammars.keys());
}
