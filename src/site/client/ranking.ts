import type { EngineResult, Fragment } from './pagefind.ts';
import { fold, stemOf } from './query.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { WordHits } from './word-search.ts';

/** A rule with some of the words, and how well it answers them. */
export interface Candidate {
	readonly result: EngineResult;
	readonly score: number;
	/** From 0 to 1: how much of what the words say together is in it. */
	readonly share: number;
}

/** What a rule's names tell about it. */
export type Names = Fragment['meta'];

/** Of three words and more some may be missing: a rule that has this much of the best one's share is listed. */
const ENOUGH = 0.34;
/** Below 1: several words that fit well stand above one that fits perfectly. */
const SCORE_POWER = 0.6;
const SHARE_POWER = 0.6;
/** How much more it counts when the title, and the tags or the file's name, hold the words. */
const TITLE_BOOST = 1.3;
const TAGS_BOOST = 1;
/** How much of the title's boost depends on the title saying nothing else. */
const TITLE_DENSITY = 0.5;
const TITLE_HOLDS_TEXT = 1.4;
/** More than anything that is only alike. */
const EXACT = 1e6;

/** What a word says: the fewer rules hold it, the more. */
function weight({ uses }: WordHits): number {
	return 1 / Math.log2(2 + uses);
}

/**
 * Rules that hold the words, best first: the engine's scores of the single words are added up, and what lacks words loses by
 * what they say. Rules that lack one are listed only when there are three words or no rule has them all.
 */
export function candidates(words: readonly WordHits[]): readonly Candidate[] {
	const all = words.reduce((sum, word) => sum + weight(word), 0);
	const found = new Map<string, { result: EngineResult; score: number; share: number }>();
	for (const word of words) {
		for (const result of word.results) {
			const one = found.get(result.id) ?? { result, score: 0, share: 0 };
			one.score += result.score ** SCORE_POWER;
			one.share += weight(word) / all;
			found.set(result.id, one);
		}
	}
	const rules = [...found.values()];
	const best = rules.reduce((most, { share }) => Math.max(most, share), 0);
	const least = words.length < 3 ? best - 1e-9 : best * ENOUGH;
	return rules
		.filter(({ share }) => share >= least)
		.map((one) => ({ ...one, score: one.score * one.share ** SHARE_POWER }))
		.sort((a, b) => b.score - a.score || (a.result.id < b.result.id ? -1 : 1));
}

/**
 * How much better than its engine's score a rule's names make it: titles and tags that hold the words, and titles with little
 * else in them. `typed` is the text as it was typed: a rule of that id, stem, title or code stands above all others.
 */
export function nameScore(names: Names, words: readonly WordHits[], typed: string): number {
	const wanted = fold(typed.trim());
	const title = plain(names.title);
	const exact = [plain(names.id), plain(names.stem), title].indexOf(wanted);
	if (exact >= 0) {
		return EXACT - exact;
	}
	if (wanted !== '' && plain(names.codes).split(', ').includes(wanted)) {
		return EXACT / 10;
	}
	const titleWords = tokens(title);
	const others = tokens(`${plain(names.tags)} ${plain(names.stem).replaceAll('-', ' ')}`);
	const said = titleWords.filter((token) => STOP_WORDS.has(token) || words.some(({ word }) => alike(token, word)));
	const density = said.length / Math.max(1, titleWords.length);
	const byTitle = TITLE_BOOST * shareHeld(words, titleWords) * (1 + TITLE_DENSITY * density);
	const byTags = TAGS_BOOST * shareHeld(words, others);
	const whole = wanted.length > 3 && title.includes(wanted) ? TITLE_HOLDS_TEXT : 1;
	return (1 + byTitle + byTags) * whole;
}

function shareHeld(words: readonly WordHits[], held: readonly string[]): number {
	const all = words.reduce((sum, word) => sum + weight(word), 0);
	const has = words.filter(({ word }) => held.some((token) => alike(token, word)));
	return all === 0 ? 0 : has.reduce((sum, word) => sum + weight(word), 0) / all;
}

function alike(token: string, word: string): boolean {
	const stem = stemOf(word);
	return token === word || (stem !== null && stem === stemOf(token)) || (word.length > 3 && token.includes(word));
}

function plain(name: string | undefined): string {
	return fold(name ?? '').replaceAll('`', '');
}

function tokens(text: string): readonly string[] {
	return text.split(/[^\p{L}\p{N}_@+#$.]+/u).filter((token) => token !== '');
}
