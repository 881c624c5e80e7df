/** A sign that shows nothing, or that turns the direction of what stands beside it: readers see another text than programs. */
export interface HiddenSign {
	readonly sign: string;
	/** In UTF-16 units. */
	readonly index: number;
	/** `U+202E`. */
	readonly code: string;
	/** `U+202E right-to-left override`. */
	readonly label: string;
	/** True for the controls of bidirectional text. */
	readonly turns: boolean;
}

const controls = '\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f';
const marks =
	'\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f';
const fillers = '\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb';
/** The same, outside the first plane. */
const filled = '\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}';
const suspicious = new RegExp(`[${controls}${marks}${fillers}${filled}]`, 'u');
/** What is asked first, of every text, without the flag that makes it slow: halves of signs outside the first plane stand for them. */
const perhaps = new RegExp(`[${controls}${marks}${fillers}\\ud82f\\ud834\\udb40-\\udb43]`);

/** Scripts whose letters are joined or kept apart by signs without a width. */
const joined = [
	...['Arab', 'Beng', 'Deva', 'Gujr', 'Guru', 'Khmr', 'Knda', 'Mlym', 'Mong', 'Mymr', 'Nkoo', 'Orya', 'Sinh', 'Syrc'],
	...['Taml', 'Telu', 'Tibt'],
]
	.map((script) => `\\p{scx=${script}}`)
	.join('');
const tone = '(?:\\ufe0f|[\\u{1f3fb}-\\u{1f3ff}])?';
const picture = `\\p{Extended_Pictographic}${tone}`;

/** What such signs are for; a sign outside of these, in the group, is hidden. */
const lawful = [
	`${picture}(?:\\u200d${picture})+`,
	'\\u{1f3f4}[\\u{e0020}-\\u{e007e}]{2,6}\\u{e007f}',
	'[^\\s\\p{Cc}\\p{Cf}\\p{M}][\\ufe00-\\ufe0f](?![\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])',
	'\\p{scx=Han}[\\u{e0100}-\\u{e01ef}](?![\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])',
	'(?<=\\p{scx=Mong})[\\u180b-\\u180f]',
	`(?<=[${joined}])[\\u200c\\u200d]`,
].join('|');
const hidden = new RegExp(`${lawful}|(${suspicious.source})`, 'gu');

const NAMES: ReadonlyMap<string, string> = new Map([
	['\x00', 'null'],
	['\x07', 'bell'],
	['\x08', 'backspace'],
	['\x1b', 'escape'],
	['\x7f', 'delete'],
	['\xad', 'soft hyphen'],
	['\u061c', 'Arabic letter mark'],
	['\u115f', 'Hangul filler'],
	['\u1160', 'Hangul filler'],
	['\u200b', 'zero-width space'],
	['\u200c', 'zero-width non-joiner'],
	['\u200d', 'zero-width joiner'],
	['\u200e', 'left-to-right mark'],
	['\u200f', 'right-to-left mark'],
	['\u2028', 'line separator'],
	['\u2029', 'paragraph separator'],
	['\u202a', 'left-to-right embedding'],
	['\u202b', 'right-to-left embedding'],
	['\u202c', 'pop directional formatting'],
	['\u202d', 'left-to-right override'],
	['\u202e', 'right-to-left override'],
	['\u2060', 'word joiner'],
	['\u2066', 'left-to-right isolate'],
	['\u2067', 'right-to-left isolate'],
	['\u2068', 'first strong isolate'],
	['\u2069', 'pop directional isolate'],
	['\u3164', 'Hangul filler'],
	['\ufeff', 'byte-order mark'],
	['\uffa0', 'Hangul filler'],
]);

/** The hidden signs of a text, in order. Those that join letters or pictures where they should are none. */
export function hiddenSigns(text: string): readonly HiddenSign[] {
	if (!perhaps.test(text)) return [];
	return [...text.matchAll(hidden)].flatMap(({ 1: sign, index }) =>
		sign === undefined ? [] : [descriptionOf(sign, index)],
	);
}

/** A text in pieces: what shows as it is, and each hidden sign by itself. Joined they are the text, letter for letter. */
export function splitAtHidden(text: string): readonly (string | HiddenSign)[] {
	const pieces: (string | HiddenSign)[] = [];
	let end = 0;
	for (const one of hiddenSigns(text)) {
		if (one.index > end) pieces.push(text.slice(end, one.index));
		pieces.push(one);
		end = one.index + one.sign.length;
	}
	if (end < text.length) pieces.push(text.slice(end));
	return pieces;
}

/** A text for places that cannot mark anything, such as the title of a tab or a terminal: hidden signs as `[U+202E]`. */
export function spellHidden(text: string): string {
	return splitAtHidden(text)
		.map((piece) => (typeof piece === 'string' ? piece : `[${piece.code}]`))
		.join('');
}

/**
 * A text of HTML, already escaped, with each hidden sign in a frame that the style sheet fills with its code. The sign stays,
 * for whoever copies; an element of its own keeps it from turning what stands around it.
 */
export function frameHidden(html: string): string {
	return splitAtHidden(html)
		.map((piece) => (typeof piece === 'string' ? piece : frameOf(piece)))
		.join('');
}

function frameOf({ sign, code, label }: HiddenSign): string {
	return `<bdi class="sign" data-sign="${code}" role="img" aria-label="${label}">${sign}</bdi>`;
}

function descriptionOf(sign: string, index: number): HiddenSign {
	const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
	const label = `${code} ${NAMES.get(sign) ?? 'invisible sign'}`;
	return { sign, index, code, label, turns: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(sign) };
}
