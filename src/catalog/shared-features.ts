import { type Described, type Feature, featureFinder } from './rule-features.ts';

/** What so many rules share says nothing about two of them; it also bounds the work. */
const TOO_COMMON = 200;
/** Of a long rule only its rarest features count, or it would be a little like everything. */
const FEATURES = 40;

interface Weighed {
	readonly number: number;
	readonly weight: number;
}

/** How much rules have in common. */
export interface Sharing {
	/** Calls `visit` for each rule that shares something with the one at `place`, with the cosine of both, from 0 to 1. */
	readonly forEachOther: (place: number, visit: (other: number, cosine: number) => void) => void;
}

/** Weighs what rules share with some but not with many, rare things counting most. Rules are named by their places. */
export function shareFeatures(rules: readonly Described[]): Sharing {
	const finder = featureFinder();
	const all = rules.map(finder.of);
	const uses = new Uint32Array(finder.count());
	for (const own of all) for (const { number } of own) uses[number] = (uses[number] ?? 0) + 1;
	const weighed = all.map((own) => rarest(own, uses, rules.length));
	const { starts, holders } = holdersOf(weighed, uses.length);
	const lengths = Float64Array.from(weighed, (own) => Math.hypot(...own.map(({ weight }) => weight)));
	const shared = new Float64Array(rules.length);
	return {
		forEachOther: (place, visit) => {
			const touched: number[] = [];
			for (const { number, weight } of weighed[place] ?? []) {
				const square = weight * weight;
				const end = starts[number + 1] ?? 0;
				for (let at = starts[number] ?? 0; at < end; at += 1) {
					const other = holders[at] ?? 0;
					const before = shared[other] ?? 0;
					if (before === 0) touched.push(other);
					shared[other] = before + square;
				}
			}
			const length = lengths[place] ?? 0;
			for (const other of touched) {
				const cosine = (shared[other] ?? 0) / (length * (lengths[other] ?? 0));
				shared[other] = 0;
				visit(other, cosine);
			}
		},
	};
}

function rarest(own: readonly Feature[], uses: Uint32Array, rules: number): readonly Weighed[] {
	const weighed: Weighed[] = [];
	for (const { number, kind } of own) {
		const count = uses[number] ?? 0;
		if (count >= 2 && count <= TOO_COMMON) weighed.push({ number, weight: kind * Math.log((rules + 1) / count) });
	}
	return weighed.sort((a, b) => b.weight - a.weight).slice(0, FEATURES);
}

/** The rules with each feature, in their order, in one row; those of feature `n` begin at `starts[n]`. */
function holdersOf(
	weighed: readonly (readonly Weighed[])[],
	features: number,
): { readonly starts: Uint32Array; readonly holders: Uint32Array } {
	const starts = new Uint32Array(features + 1);
	for (const own of weighed) for (const { number } of own) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
	for (let number = 0; number < features; number += 1) {
		starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
	}
	const holders = new Uint32Array(starts[features] ?? 0);
	const next = starts.slice();
	for (const [place, own] of weighed.entries()) {
		for (const { number } of own) {
			const at = next[number] ?? 0;
			holders[at] = place;
			next[number] = at + 1;
		}
	}
	return { starts, holders };
}
