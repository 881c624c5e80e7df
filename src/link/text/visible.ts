/** An OSC 8 link in a line: what it surrounds, and where its address stands. */
export interface LineLink {
	/** Offsets in the visible text. */
	readonly start: number;
	readonly end: number;
	/** Offsets of the address in the line as it is. */
	readonly urlStart: number;
	readonly urlEnd: number;
}

/** A line as a reader sees it, and where its characters stand in the line as it is. */
export interface VisibleLine {
	readonly text: string;
	readonly links: readonly LineLink[];
	/** Where a character of the visible text stands. */
	readonly at: (index: number) => number;
}

/** Colours and other sequences of a terminal; OSC 8 ends with ESC `\` or with BEL. Each part stops where the next begins. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const SEQUENCE = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[^[\]])/g;
const OSC_8 = '\x1b]8;';

/** Takes colours and links out of a line. */
export function visible(line: string): VisibleLine {
	if (!line.includes('\x1b')) return { text: line, links: [], at: (index) => index };
	const pieces: { readonly start: number; readonly from: number }[] = [];
	const links: LineLink[] = [];
	let open: Omit<LineLink, 'end'> | null = null;
	let text = '';
	let from = 0;
	for (const { 0: sequence, index } of line.matchAll(SEQUENCE)) {
		pieces.push({ start: text.length, from });
		text += line.slice(from, index);
		from = index + sequence.length;
		if (!sequence.startsWith(OSC_8)) continue;
		if (open !== null) links.push({ ...open, end: text.length });
		const address = sequence.indexOf(';', OSC_8.length) + 1;
		const urlEnd = from - (sequence.endsWith('\x07') ? 1 : 2);
		const urlStart = index + address;
		open = address > 0 && urlEnd > urlStart ? { start: text.length, urlStart, urlEnd } : null;
	}
	pieces.push({ start: text.length, from });
	text += line.slice(from);
	return { text, links, at: (index) => place(pieces, index) };
}

function place(pieces: readonly { readonly start: number; readonly from: number }[], index: number): number {
	const piece = pieces.findLast(({ start }) => start <= index);
	return piece === undefined ? index : piece.from + index - piece.start;
}
