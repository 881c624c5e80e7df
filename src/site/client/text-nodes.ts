/** Text with `<mark>` in it, as the search engine makes it, as nodes. Every other tag in it stays text. */
export function markedNodes(html: string): DocumentFragment {
	const fragment = document.createDocumentFragment();
	let inside: HTMLElement | null = null;
	for (const piece of html.split(/(<\/?mark>)/)) {
		if (piece === '<mark>') {
			inside = document.createElement('mark');
			fragment.append(inside);
		} else if (piece === '</mark>') {
			inside = null;
		} else if (piece !== '') {
			(inside ?? fragment).append(decode(piece));
		}
	}
	return fragment;
}

/** One line of an author's text as nodes: `code` in backticks becomes a code element. */
export function inlineNodes(text: string): DocumentFragment {
	const fragment = document.createDocumentFragment();
	let end = 0;
	for (const match of text.matchAll(/(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)) {
		const code = document.createElement('code');
		code.textContent = (match[2] ?? '').trim();
		fragment.append(text.slice(end, match.index), code);
		end = match.index + match[0].length;
	}
	fragment.append(text.slice(end));
	return fragment;
}

/** The engine writes `<` and `>` of the text as entities, and nothing else. */
function decode(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
