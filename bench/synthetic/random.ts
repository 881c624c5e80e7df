/** Numbers that look random and are the same for the same seed. */
export interface Random {
	/** From 0 up to, not including, 1. */
	readonly share: () => number;
	/** One of a list; small places come up more often with a `lean` above 1. Throws for an empty list. */
	readonly one: <T>(list: readonly T[], lean?: number) => T;
	/** A whole number from `least` to `most`. */
	readonly between: (least: number, most: number) => number;
}

/** Mulberry32: short, fast, and good enough to make texts from. */
export function randomFrom(seed: number): Random {
	let state = Math.imul(seed + 1, 0x9e3779b1) | 0;
	const share = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		share,
		one: <T>(list: readonly T[], lean = 1): T => {
			if (list.length === 0) throw new Error('One of an empty list');
			return list[Math.floor(share() ** lean * list.length)] as T;
		},
		between: (least, most) => least + Math.floor(share() * (most - least + 1)),
	};
}
