/** Where the address goes for a line: in a footer, in a footer of comments, or at the end of the command's message. */
export type LinkPlace = 'footer' | 'comment' | 'github' | 'azure';

/** How a linter writes a result in a line of text. */
export interface LinePattern {
	/** The linters that write so, the likeliest first; [] for any, when `--tool` says which. */
	readonly linters: readonly string[];
	/**
	 * The line without colours, from its start, a character per byte. The group `code` holds the code, or several with commas.
	 * It has to stay linear whatever the line: no part that repeats without end may begin with what the part before it ends with.
	 */
	readonly line: RegExp;
	/** What else must be true of a code. */
	readonly code?: RegExp;
	/** What the line after must look like. */
	readonly next?: RegExp;
	/** The code's names, the most precise first, where they are more than the group `code`. */
	readonly names?: (groups: Readonly<Record<string, string | undefined>>) => readonly string[];
	/** `footer` when left out. */
	readonly place?: LinkPlace;
}

/** A line from its start. `FILE` stands for a path, `AT` for `file:1:2`, `AT_LINE` for `file:1` with or without a column. */
export function line(source: string): RegExp {
	const whole = source
		.replaceAll('AT_LINE', String.raw`FILE:\d+(?::\d+)?`)
		.replaceAll('AT', String.raw`FILE:\d+:\d+`)
		.replaceAll('FILE', '(?:[A-Za-z]:)?[^:]+');
	return new RegExp(`^${whole}`, 'd');
}
