const SHORTEST = 4;

/**
 * The known word that a mistyped one most likely meant, or null when none is close, when the word is too short or holds a
 * digit (a code is never a slip), and when it is the beginning of a known word. `known` is in lower case, most used first:
 * among equals the first wins. A slip in the first letter is rarer than any other, and counts for more.
 */
export function meantWord(word: string, known: readonly string[]): string | null {
	if (word.length < SHORTEST || /[\d.:/-]/.test(word)) {
		return null;
	}
	let best: string | null = null;
	let limit = (word.length < 5 ? 1 : word.length < 9 ? 2 : 3) + 1;
	for (const candidate of known) {
		if (candidate.startsWith(word)) {
			return null;
		}
		if (Math.abs(candidate.length - word.length) < limit) {
			const distance = slips(word, candidate, limit) + (candidate.charAt(0) === word.charAt(0) ? 0 : 0.5);
			if (distance < limit) {
				[best, limit] = [candidate, distance];
			}
		}
	}
	return best;
}

/** How many letters were left out, added, replaced or swapped with their neighbour; at least `limit` when it is that many. */
function slips(a: string, b: string, limit: number): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped =
				i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : Infinity;
			row.push(Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1, swapped));
		}
		if (Math.min(...row) >= limit) {
			return limit;
		}
		[beforeLast, last] = [last, row];
	}
	return at(last, b.length);
}

function at(row: readonly number[], place: number): number {
	return row[place] ?? Infinity;
}
