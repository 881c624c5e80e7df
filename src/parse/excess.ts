/** What a text has more of than a parser of Markdown can take in reasonable time. */
export interface Excess {
	/** In words that follow a number: `signs of Markdown in one paragraph`. */
	readonly what: string;
	/** How many there may be. */
	readonly most: number;
	/** Offset of the first that is too many. */
	readonly offset: number;
}

/**
 * The longest rules seen have a fifth, a seventh and a twentieth of these. The parser's time grows with the square of the last
 * four, or with the sum of the signs, some of which cost as much as a paragraph.
 */
const limits = {
	letters: { most: 1_000_000, what: 'letters outside of code' },
	signs: { most: 40_000, what: 'signs of Markdown outside of code' },
	paragraph: { most: 5_000, what: 'signs of Markdown in one paragraph' },
	underlines: { most: 500, what: 'lines of `=` or `-` alone' },
	depth: { most: 50, what: 'quotes and lists inside one another on one line' },
} as const;

/** In signs, what a line costs that begins a list item or goes on in a quote. */
const costOfBlock = 4;

/** What a sign means: something inside a paragraph (1), or only for its line (2). */
const meaning = new Uint8Array(128);
for (const sign of '*_~[]`!<&@\\') meaning[sign.charCodeAt(0)] = 1;
for (const sign of '|#') meaning[sign.charCodeAt(0)] = 2;

const containers = new RegExp(
	`(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){0,${limits.depth.most + 1}}`,
	'y',
);
/** The opening or closing line of a fence, as far as it needs to be known. */
const fenceLine = /^(?:`{3,}[^`*_~[\]!<&@\\|#]*|~{3,}[^`*_~[\]!<&@\\|#]*)$/;
const line = /[^\r\n]*(?:\r\n?|\n|$)/y;
const rule = /^(?:[- \t]+|[* \t]+)$/;
const underline = /^[ \t]*(?:=+|-+)[ \t]*$/;

/**
 * The first thing that a text has too much of; null for all that a person may have written. `text` is without most of its code.
 * The time grows with the length of the text.
 */
export function excessOf(text: string): Excess | null {
	if (text.length > limits.letters.most) return { ...limits.letters, offset: limits.letters.most };
	if (text.length <= limits.depth.most) return null;
	let [signs, inParagraph, underlines] = [0, 0, 0];
	for (let start = 0; start < text.length; ) {
		line.lastIndex = start;
		line.test(text);
		const end = line.lastIndex;
		const content = contentStart(text, start, end);
		if (content === null) return { ...limits.depth, offset: start };
		const found = signsBetween(text, content, end);
		// A line without letters ends a paragraph.
		if (found === null) {
			inParagraph = 0;
		} else {
			signs += found.inParagraph + found.inLine + (content === start ? 1 : costOfBlock);
			inParagraph += found.inParagraph;
			if (isUnderline(text, content, end)) underlines++;
		}
		if (inParagraph > limits.paragraph.most) return { ...limits.paragraph, offset: start };
		if (signs > limits.signs.most) return { ...limits.signs, offset: start };
		if (underlines > limits.underlines.most) return { ...limits.underlines, offset: start };
		start = end;
	}
	return null;
}

/** Where a line's own text begins, behind its quotes and list items; null when there are too many of these. */
function contentStart(text: string, start: number, end: number): number | null {
	containers.lastIndex = start;
	containers.test(text);
	const content = Math.min(containers.lastIndex, end);
	if (content - start <= limits.depth.most) return content;
	const depth = text.slice(start, content).match(/[>*+-]|\d[.)]/g)?.length ?? 0;
	return depth > limits.depth.most && !rule.test(text.slice(start, end).trimEnd()) ? null : content;
}

interface Signs {
	readonly inParagraph: number;
	readonly inLine: number;
}

const ofFence: Signs = { inParagraph: 0, inLine: 0 };

/** How many signs a stretch holds; null for one of white space alone. A fence's own line has none. */
function signsBetween(text: string, start: number, end: number): Signs | null {
	let [inParagraph, inLine, isBlank] = [0, 0, true];
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (meaning[code] === 1) inParagraph++;
		if (meaning[code] === 2) inLine++;
		if (code > 32) isBlank = false;
	}
	if (isBlank) return null;
	const mayBeFence = inParagraph > 2 && (text[start] === '`' || text[start] === '~');
	return mayBeFence && fenceLine.test(text.slice(start, end)) ? ofFence : { inParagraph, inLine };
}

function isUnderline(text: string, start: number, end: number): boolean {
	const first = text[start];
	return (first === '=' || first === '-' || first === ' ') && underline.test(text.slice(start, end).trimEnd());
}
