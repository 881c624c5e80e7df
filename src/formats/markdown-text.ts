/**
 * Untrusted text as one line of Markdown that shows it letter for letter. Code spans of the author's own stay code when
 * `code` is set; HTML, links, images and mentions do not come alive.
 */
export function markdownText(text: string, { code = false } = {}): string {
	const line = text.replace(/\s+/g, ' ').trim();
	// Odd pieces are code spans: backticks, what is between them, as many backticks.
	const pieces = code ? line.split(/((?<!`)(`+)(?!`)(?:(?!\2).)+\2(?!`))/) : [line];
	return pieces.map((piece, index) => (index % 3 === 0 ? escaped(piece) : index % 3 === 1 ? piece : '')).join('');
}

function escaped(text: string): string {
	return (
		text
			.replace(/[\\`*_{}[\]<>()#+!|~&$-]/g, '\\$&')
			// A bare address or an e-mail would become a link; a word joiner shows nothing and keeps them text.
			.replace(/:\/\/|@|\bwww\./gi, '$&\u2060')
	);
}
