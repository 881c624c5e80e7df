const LONGEST = 120;

/** The frontmatter keys of the author's own that fit in a line: short text, numbers, yes and no. */
export function shortFacts(
	extra: Readonly<Record<string, unknown>>,
): readonly (readonly [key: string, value: string])[] {
	return Object.entries(extra).flatMap(([key, value]) => {
		const words = scalar(value);
		return words === null || words.length > LONGEST ? [] : [[key, words] as const];
	});
}

function scalar(value: unknown): string | null {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string' && value.trim() !== '' && !value.includes('\n')) return value.trim();
	return null;
}
