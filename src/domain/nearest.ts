/**
 * The option that a mistyped word most likely meant, or null when none is close: about a third of its letters may differ.
 * Case does not count; among equals the first option wins.
 */
export function nearest(word: string, options: Iterable<string>): string | null {
	const wanted = word.toLowerCase();
	let best: string | null = null;
	let bestDistance = Math.ceil(wanted.length / 3) + 1;
	for (const option of options) {
		if (Math.abs(option.length - wanted.length) >= bestDistance) continue;
		const distance = editDistance(wanted, option.toLowerCase());
		if (distance < bestDistance) [best, bestDistance] = [option, distance];
	}
	return best;
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
