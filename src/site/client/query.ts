import { FACETS, type FacetName } from './facets.ts';

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
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}_@+#$.:/'’-]+/gu;
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
 * The text as the search engine takes it: signs that no word begins or ends with become spaces (`useState<boolean>` is two words),
 * and Chinese, Japanese or Korean runs become pairs of signs, as they are in the index. `''` when no word is left.
 */
export function engineQuery(text: string): string {
	return words(text)
		.map((word) => word.replace(CJK_RUN, (run) => ` ${pairs(run).join(' ')} `))
		.join(' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** The text with every sign between letters as a space: for a second try, when `cache-storage` stands nowhere in one piece. */
export function looseQuery(text: string): string {
	return engineQuery(text.replace(/[^\p{L}\p{N}\p{M}+#]+/gu, ' '));
}

/**
 * Whether a text truly holds every word of a query, up to case, accents and English endings.
 * The engine does not say: a word that it does not know becomes its longest known beginning without a word.
 */
export function holdsEvery(query: string, text: string): boolean {
	const folded = fold(text);
	return words(query).every((word) => holds(fold(word), folded));
}

/** Whether a text holds at least the beginning of every word of a query: near enough to be shown when nothing is exact. */
export function holdsBeginnings(query: string, text: string): boolean {
	const folded = fold(text);
	return words(query).every((word) => folded.includes(fold(word).slice(0, Math.max(3, Math.ceil(word.length / 2)))));
}

function holds(word: string, text: string): boolean {
	if (text.includes(word)) {
		return true;
	}
	if (word.search(CJK_RUN) >= 0) {
		return pairs(word).every((pair) => text.includes(pair));
	}
	if (!/^[a-z]{4,}$/.test(word)) {
		return false;
	}
	const stem = word.replace(ENDINGS, '');
	const undoubled = stem.replace(/(.)\1$/, '$1');
	return stem.length >= 3 && (text.includes(stem) || (undoubled.length >= 3 && text.includes(undoubled)));
}

function words(text: string): string[] {
	return text
		.replace(BETWEEN_WORDS, ' ')
		.split(' ')
		.map((word) => word.replace(/^[.:/'’-]+|[.:/'’-]+$/g, ''))
		.filter((word) => word !== '');
}

function pairs(run: string): string[] {
	const signs = [...run];
	return signs.length < 2 ? signs : signs.slice(1).map((sign, i) => `${signs[i] ?? ''}${sign}`);
}

function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();
}
