const IDENTIFIER = /[$@]?[A-Za-z_][A-Za-z0-9_$]*/g;
/**
 * `n+1`, `C++`, `F#`: found wherever they stand, also inside `O(n+1)` or `C++17`. It begins where a word does and gives up
 * after as many letters as a name may have: else one line of letters takes the square of its length.
 */
const SIGNED_WORD = /(?<![A-Za-z0-9])[A-Za-z0-9]{1,80}(?:\+\+|#|\+(?=[A-Za-z0-9]))[A-Za-z0-9]*/g;
/** `process.env` in `${process.env.HOME}`: a chain that begins inside a word, whose beginning the engine would not see. */
const INNER_CHAIN = /(?<=[^\s\w.:$@])[A-Za-z_]\w*(?:(?:\.|::)[A-Za-z_]\w*)+/g;
const LONGEST = 80;
const CJK_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

/** Where a compound identifier may be entered in its middle: after `_`, and where a lower-case letter meets a capital. */
function innerStarts(identifier: string): number[] {
	const starts: number[] = [];
	for (let i = 1; i < identifier.length; i += 1) {
		const before = identifier.charAt(i - 1);
		const here = identifier.charAt(i);
		const afterUnderscore = before === '_' && here !== '_';
		const camel = /[a-z0-9]/.test(before) && /[A-Z]/.test(here);
		const acronymEnd = /[A-Z]/.test(before) && /[A-Z]/.test(here) && /[a-z]/.test(identifier.charAt(i + 1));
		if (afterUnderscore || camel || acronymEnd) {
			starts.push(i);
		}
	}
	return starts;
}

/**
 * The compound identifiers of a text and their endings, in lower case and without repeats:
 * `ngx_pool_cleanup_add` gives itself, `pool_cleanup_add`, `cleanup_add` and `add`.
 * The search engine matches the beginnings of words; with the endings listed, every piece of a name is the beginning of one.
 */
export function symbols(text: string): string[] {
	const found = new Set<string>();
	for (const [identifier] of text.matchAll(IDENTIFIER)) {
		if (identifier.length > LONGEST) {
			continue;
		}
		const starts = innerStarts(identifier);
		if (starts.length > 0) {
			found.add(identifier.toLowerCase());
			found.add(identifier.toLowerCase().replace(/^[$@]/, ''));
			for (const start of starts) {
				found.add(identifier.slice(start).toLowerCase());
			}
		}
	}
	for (const pattern of [SIGNED_WORD, INNER_CHAIN]) {
		for (const [word] of text.matchAll(pattern)) {
			if (word.length <= LONGEST) {
				found.add(word.toLowerCase());
			}
		}
	}
	return [...found];
}

/** The endings of a kebab-case name, the name itself left out: `js-cache-storage` gives `cache-storage` and `storage`. */
export function kebabEndings(name: string): string[] {
	const parts = name.toLowerCase().split('-');
	return parts.slice(1).map((_, i) => parts.slice(i + 1).join('-'));
}

/**
 * Pairs of neighbouring signs of every run of Chinese, Japanese or Korean text, without repeats; a sign that stands alone is kept.
 * Such text has no spaces between words, and an index for English pages would take a whole sentence for one word.
 */
export function signPairs(text: string): string[] {
	const pairs = new Set<string>();
	for (const [run] of text.matchAll(CJK_RUN)) {
		let before = '';
		let signs = 0;
		for (const sign of run) {
			if (before !== '') pairs.add(before + sign);
			before = sign;
			signs += 1;
		}
		if (signs === 1) pairs.add(run);
	}
	return [...pairs];
}
