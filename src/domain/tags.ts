/**
 * The key under which spellings of one tag meet: `Next.js`, `next-js` and `nextjs` share a key.
 * Signs that carry meaning stay (`c++` is not `c`, `$meta` is not `meta`, `n+1` stays whole).
 */
export function tagKey(tag: string): string {
	const folded = fold(tag);
	return folded === '' ? tag.trim().toLowerCase() : folded;
}

/** True for a tag of nothing but space and punctuation, which could be told from no other and has no page of its own. */
export function isEmptyTag(tag: string): boolean {
	return fold(tag) === '';
}

function fold(tag: string): string {
	return tag
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s._\-–—/\\:,;'"`’()[\]{}]+/g, '');
}

/**
 * The path segment of a tag's page: readable, unique per key, safe on every host and disk.
 * Signs that are not letters, digits or `-` are spelled out (`c++` → `c-plus-plus`).
 */
export function tagSlug(key: string): string {
	const words: Readonly<Record<string, string>> = {
		'+': 'plus',
		'#': 'sharp',
		$: 'dollar',
		'@': 'at',
		'&': 'and',
		'*': 'star',
		'=': 'equals',
		'<': 'less',
		'>': 'greater',
		'!': 'not',
		'?': 'question',
		'%': 'percent',
		'|': 'pipe',
		'~': 'tilde',
		'^': 'caret',
	};
	// Nearly all are made of such signs, and the browser of rules has every one of them to read.
	if (/^[\p{L}\p{N}\p{M}]*$/u.test(key)) return key;
	return [...key]
		.map((sign) =>
			/[\p{L}\p{N}\p{M}]/u.test(sign) ? sign : `-${words[sign] ?? `u${sign.codePointAt(0)?.toString(16)}`}-`,
		)
		.join('')
		.replace(/-+/g, '-')
		.replace(/^-|-$/g, '');
}
