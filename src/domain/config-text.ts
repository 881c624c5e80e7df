/** A stretch of text, from its first sign to behind its last. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/**
 * Finds a piece of text in quotes, as a program writes it, between two offsets: its opening quote and what follows its closing
 * one. Null when it is not there, because the program computes it.
 */
export function findQuoted(text: string, wanted: string, from: number, to = text.length): Stretch | null {
	let best: Stretch | null = null;
	for (const quote of ['"', "'", '`']) {
		const start = text.indexOf(`${quote}${wanted}${quote}`, from);
		const end = start + wanted.length + 2;
		if (start !== -1 && end <= to && (best === null || start < best.start)) best = { start, end };
	}
	return best;
}

/** Finds the key of an object, in quotes or bare, between two offsets. */
export function findKey(text: string, key: string, from: number, to = text.length): Stretch | null {
	const isKey = ({ end }: Stretch): boolean => /^\s*:/.test(text.slice(end, end + 100));
	let quoted = findQuoted(text, key, from, to);
	while (quoted !== null && !isKey(quoted)) quoted = findQuoted(text, key, quoted.end, to);
	const bare = findBare(text, key, from, to, isKey);
	return quoted !== null && (bare === null || quoted.start < bare.start) ? quoted : bare;
}

/** Finds a word that stands by itself: no letter, digit, quote, `-` or `.` touches it. */
export function findBare(
	text: string,
	word: string,
	from: number,
	to: number,
	accepts: (found: Stretch) => boolean = () => true,
): Stretch | null {
	if (word === '') return null;
	for (let start = text.indexOf(word, from); start !== -1; start = text.indexOf(word, start + 1)) {
		const end = start + word.length;
		if (end > to) return null;
		const touched = /[\w$'"`.-]/.test(text[start - 1] ?? ' ') || /[\w$'"`-]/.test(text[end] ?? ' ');
		if (!touched && accepts({ start, end })) return { start, end };
	}
	return null;
}
