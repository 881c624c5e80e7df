import { splitAtHidden } from '../../domain/hidden-signs.ts';

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
			(inside ?? fragment).append(...textNodes(decode(piece)));
		}
	}
	return fragment;
}

/** One line of an author's text as nodes: `code` in backticks becomes a code element. */
export function inlineNodes(text: string): DocumentFragment {
	const fragment = document.createDocumentFragment();
	let end = 0;
	for (const match of text.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)) {
		const code = document.createElement('code');
		code.append(...textNodes((match[2] ?? '').trim()));
		fragment.append(...textNodes(text.slice(end, match.index)), code);
		end = match.index + match[0].length;
	}
	fragment.append(...textNodes(text.slice(end)));
	return fragment;
}

/** A text of an author: signs that cannot be seen, or that turn the text, in a frame. */
export function textNodes(text: string): (string | HTMLElement)[] {
	return splitAtHidden(text).map((piece) => {
		if (typeof piece === 'string') return piece;
		const frame = document.createElement('bdi');
		frame.className = 'sign';
		frame.dataset['sign'] = piece.code;
		frame.setAttribute('role', 'img');
		frame.setAttribute('aria-label', piece.label);
		frame.textContent = piece.sign;
		return frame;
	});
}

/** The engine writes `<` and `>` of the text as entities, and nothing else. */
function decode(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
