import { FACETS, type FacetName } from './facets.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A filter that a reader typed into the search field, such as `impact:high` or `-pack:react`. */
export interface TypedFilter {
	readonly facet: FacetName;
	/** As typed. */
	readonly value: string;
	readonly exclude: boolean;
}

/** What a reader typed: the filters, and the text without them. */
export interface TypedQuery {
	readonly text: string;
	readonly filters: readonly TypedFilter[];
}

const FILTER = /(?<=^|\s)(-?)([a-z]+):(?:"([^"]+)"|([^\s:"][^\s"]*))(?=\s|$)/gi;
const SHORT_NAMES: Readonly<Record<string, FacetName>> = { lang: 'language' };
const CJK_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}_@+#$.:/-]+/gu;
/** Where a message says it is from: `src/cart.ts:12:9`, `/home/me/cart.ts`, `12:9`. A bare file name is a word like others. */
const MESSAGE_PLACE =
	/(?<=^|\s)(?:(?:[A-Za-z]:)?[\\/][^\s:]*[\\/][^\s:]*\.\w+(?::\d+)*|[^\s:]+\.\w+(?::\d+)+|\d+:\d+):?(?=\s|$)/g;
const MOST_WORDS = 16;
/** More is a whole report that was pasted, or a link that means to keep the page busy. */
const MOST_LETTERS = 2_000;
const ENDINGS =
	/(?:izations?|isations?|ations?|ingly|ings?|ments?|ness|ables?|edly|iers?|ies|ied|ors?|ers?|ed|es|ly|al|s|e|y)$/;

/** Takes the filters out of what was typed; `std::pool` and `http://…` hold colons and are no filters. */
export function parseTyped(typed: string): TypedQuery {
	const filters: TypedFilter[] = [];
	const text = typed.replace(FILTER, (whole, minus: string, name: string, quoted?: string, plain?: string) => {
		const lower = name.toLowerCase();
		const facet = SHORT_NAMES[lower] ?? FACETS.find((one) => one === lower);
		if (facet === undefined) {
			return whole;
		}
		filters.push({ facet, value: quoted ?? plain ?? '', exclude: minus === '-' });
		return '';
	});
	return { text: text.replace(/\s+/g, ' ').trim(), filters };
}

/**
 * The words of a text that say which rule is meant, in lower case and without repeats: no stop words (unless there is nothing else),
 * no quotes, no `file.ts:12:9` of a pasted message. `useState<boolean>` is two words; Chinese, Japanese and Korean runs are cut into
 * pairs of signs, as they are in the index. Empty when no word is left.
 */
export function searchWords(text: string): readonly string[] {
	const all = words(text.slice(0, MOST_LETTERS).replace(MESSAGE_PLACE, ' ')).flatMap((word) => {
		const spaced = word.replace(CJK_RUN, (run) => ` ${pairs(run).join(' ')} `);
		return spaced.toLowerCase().split(' ');
	});
	const telling = all.filter((word) => word.length > 1 && !STOP_WORDS.has(word));
	return [...new Set(telling.length > 0 ? telling : all)].filter((word) => word !== '').slice(0, MOST_WORDS);
}

/** The parts of a compound word, largest first: `import/no-cycle` is `import` and `no-cycle`. Null for a simple word. */
export function wordParts(word: string, cuts: readonly RegExp[] = [/[/:]+/, /[.-]+/]): readonly string[] | null {
	for (const cut of cuts) {
		const parts = word.split(cut).filter((part) => part.length > 1);
		if (parts.length > 1) {
			const telling = parts.filter((part) => !STOP_WORDS.has(part));
			return telling.length > 0 ? telling : parts;
		}
	}
	return null;
}

/**
 * Whether a text truly holds every one of some words, up to case, accents and English endings.
 * The engine does not say: a word that it does not know becomes its longest known beginning without a word.
 */
export function holdsEvery(searched: readonly string[], text: string): boolean {
	const folded = fold(text);
	return searched.every((word) => holds(fold(word), folded));
}

function holds(word: string, text: string): boolean {
	if (text.includes(word)) {
		return true;
	}
	const stem = stemOf(word);
	return stem !== null && text.includes(stem);
}

/** What an English word shares with its other forms; null for short words, identifiers and other languages. */
export function stemOf(word: string): string | null {
	if (!/^[a-z]{4,}$/.test(word)) {
		return null;
	}
	const stem = word.replace(ENDINGS, '');
	const undoubled = stem.replace(/(.)\1$/, '$1');
	return undoubled.length >= 3 ? undoubled : stem.length >= 3 ? stem : null;
}

function words(text: string): string[] {
	return text
		.replace(BETWEEN_WORDS, ' ')
		.split(' ')
		.map((word) => word.replace(/^[.:/-]+|(?<![.:/-])[.:/-]+$/g, ''))
		.filter((word) => word !== '');
}

function pairs(run: string): string[] {
	const signs = [...run];
	return signs.length < 2 ? signs : signs.slice(1).map((sign, i) => `${signs[i] ?? ''}${sign}`);
}

/** Without accents and in lower case. */
export function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();
}
