/** A position in a text file. `line` and `column` count from 1; columns count UTF-16 code units, as editors do. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

/** Where a file begins: the place of what concerns the file as a whole. */
export const FILE_START: Place = { line: 1, column: 1 };

/** Order of reading: negative when `a` stands before `b`. */
export function comparePlaces(a: Place, b: Place): number {
	return a.line - b.line || a.column - b.column;
}

/** The place of an offset in a text that begins at the start of its file. */
export function placeIn(text: string, offset: number): Place {
	const before = text.slice(0, Math.max(0, offset)).split(/\r\n|\r|\n/);
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
