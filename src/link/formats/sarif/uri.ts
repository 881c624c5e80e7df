/** RFC 3986's characters, with a scheme in front. */
const URI = /^[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/i;

/** The absolute URI that a text is, or is once its letters are encoded; null for text that is none. */
export function uriOf(text: string): string | null {
	if (URI.test(text)) return text;
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
	const { href } = new URL(text);
	return URI.test(href) ? href : null;
}
