/** Words in a row that count as one piece of a text: fewer recur by chance, more break at every small edit. */
const WORDS = 5;
/** How many of a text's smallest hashes stand for it: texts that share nine tenths of their pieces share one of these. */
const SKETCH = 6;

/** The hashes of all runs of five words of a text; case, punctuation and space do not matter. */
export function pieces(text: string): ReadonlySet<number> {
	const hashes = Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}_]+/gu), ([word]) => hashOf(word));
	const found = new Set<number>();
	for (let end = Math.min(WORDS, hashes.length); end <= hashes.length && end > 0; end += 1) {
		let mixed = 0;
		for (let at = Math.max(0, end - WORDS); at < end; at += 1) {
			mixed = (Math.imul(mixed, 0x01000193) ^ (hashes[at] ?? 0)) >>> 0;
		}
		found.add(scattered(mixed));
	}
	return found;
}

/** A few numbers that stand for a text: two texts that are nearly the same have at least one in common. */
export function sketch(found: ReadonlySet<number>): readonly number[] {
	const smallest: number[] = [];
	for (const hash of found) {
		if (smallest.length === SKETCH && hash >= (smallest.at(-1) ?? 0)) continue;
		const at = smallest.findIndex((other) => other > hash);
		smallest.splice(at === -1 ? smallest.length : at, 0, hash);
		if (smallest.length > SKETCH) smallest.pop();
	}
	return smallest;
}

/** The share of pieces that two texts have in common, from 0 to 1; nothing has nothing in common. */
export function similarity(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
	let shared = 0;
	for (const piece of a) if (b.has(piece)) shared += 1;
	const all = a.size + b.size - shared;
	return all === 0 ? 0 : shared / all;
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < word.length; index += 1) {
		hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}

/** Spreads what differs in low bits over all of them, so that the smallest hashes are a fair sample. */
function scattered(hash: number): number {
	let mixed = hash ^ (hash >>> 16);
	mixed = Math.imul(mixed, 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}
