import { type EngineFilter, type EngineResult, type Fragment, type Pagefind, partOf } from './pagefind.ts';
import { fold, stemOf, wordParts } from './query.ts';
import { meantWord } from './spelling.ts';

/** The rules that hold one word. */
export interface WordHits {
	readonly word: string;
	/** What was typed instead of it; null when the word stands as it was typed. */
	readonly typed: string | null;
	/** How many rules hold it whole: the fewer, the more it says. */
	readonly uses: number;
	readonly results: readonly EngineResult[];
}

/** Where words are looked up. */
export interface WordSource {
	readonly pagefind: Pagefind;
	readonly filters: EngineFilter;
	/** All words that typing errors are corrected to, most used first; asked for when one is met. */
	readonly known: () => Promise<readonly string[]>;
	/** What was found before under the same filters: as one types on, only the last word is new. */
	readonly before: Map<string, Promise<WordHits | null>>;
}

/** What a quoted search counts for: it gives every result the same, low score. */
const QUOTED_SCORE = 30;
/** Longer texts are pasted: a word in them that no rule holds is a name of the reader's own code, and no slip. */
const MOST_TYPED_WORDS = 6;
const SURE_STEM = 5;
/** So many looked-up words are kept: the results of a common one are thousands. */
const REMEMBERED = 24;

/**
 * Looks up every word on its own; one that no rule holds is looked up in its parts, then as the word it most likely meant.
 * Words that stay unknown are left out.
 */
export async function findWords(source: WordSource, words: readonly string[]): Promise<readonly WordHits[]> {
	const correct = words.length <= MOST_TYPED_WORDS;
	const found = (await Promise.all(words.map((word) => resolve(source, word, correct)))).flat();
	return found.filter((one, place) => found.findIndex(({ word }) => word === one.word) === place);
}

async function resolve(source: WordSource, word: string, correct: boolean): Promise<readonly WordHits[]> {
	const whole = await find(source, word);
	if (whole !== null) {
		return [whole];
	}
	const parts = wordParts(word);
	if (parts !== null) {
		return (await Promise.all(parts.map((part) => resolve(source, part, correct)))).flat();
	}
	const meant = correct ? meantWord(word, await source.known()) : null;
	const right = meant === null ? null : await find(source, meant);
	if (right !== null) {
		return [{ ...right, typed: word }];
	}
	const pieces = wordParts(word, [/_+/]) ?? [];
	return (await Promise.all(pieces.map((piece) => resolve(source, piece, false)))).flat();
}

function find(source: WordSource, word: string): Promise<WordHits | null> {
	const { before } = source;
	const known = before.get(word);
	if (known !== undefined) {
		return known;
	}
	const found = lookUp(source, word).catch((error: unknown) => {
		before.delete(word);
		throw error;
	});
	before.set(word, found);
	const [oldest] = before.keys();
	if (before.size > REMEMBERED && oldest !== undefined) {
		before.delete(oldest);
	}
	return found;
}

/**
 * The engine answers a word that it does not know with its longest known beginning, and now and then a known one too. Only a
 * quoted search knows whether a word is there, and only the text of a result whether it is the beginning of one. Each part of
 * the index knows words of its own, so each is judged by itself.
 */
async function lookUp({ pagefind, filters }: WordSource, word: string): Promise<WordHits | null> {
	const [{ results }, { results: quoted }] = await Promise.all([
		pagefind.search(word, { filters }),
		pagefind.search(`"${word}"`, { filters }),
	]);
	const whole = new Set(quoted.map(({ id }) => id));
	const parts = await Promise.all(
		[...Map.groupBy(results, partOf)].map(async ([part, some]) => ({ part, some, isSure: await isSure(some) })),
	);
	const sure = new Map(parts.flatMap(({ part, some, isSure }) => (isSure ? [[part, some] as const] : [])));
	const evenly = quoted
		.filter((result) => !sure.has(partOf(result)))
		.map(({ id, data }) => ({ id, score: QUOTED_SCORE, data }));
	const all = [...[...sure.values()].flat(), ...evenly];
	return all.length === 0 ? null : { word, typed: null, uses: quoted.length || all.length, results: all };

	async function isSure([first]: readonly EngineResult[]): Promise<boolean> {
		return first !== undefined && (whole.has(first.id) || begins(word, fold(searchedText(await first.data()))));
	}
}

/** Whether a text holds a word letter by letter, or all but an English ending of it; short stems are in too many words. */
function begins(word: string, text: string): boolean {
	const stem = stemOf(word);
	return text.includes(word) || (stem !== null && stem.length >= SURE_STEM && text.includes(stem));
}

/** All text of a rule that a search goes through. */
export function searchedText({ meta, content }: Fragment): string {
	return [...Object.values(meta), content].join('\n');
}
