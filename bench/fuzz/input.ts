import { type Random, randomFrom } from '../synthetic/random.ts';
import type { Corpus } from './corpus.ts';
import { chosenMutators, MUTATORS } from './mutators.ts';

/** One input of a campaign. The same seed, number and corpus make the same one. */
export interface Input {
	readonly number: number;
	readonly kind: 'rule' | 'report';
	/** Names of the mutators that made it, in their order. */
	readonly mutators: readonly string[];
	readonly bytes: Buffer;
	/** What else is left to chance: flavours, options. */
	readonly random: Random;
}

/** Of ten inputs, this many are rules; the others are reports. */
const rulesOfTen = 6;

/** Inputs that mutators make longer than this are cut: what is long and many has its own mutator. */
const longest = 300_000;

/** Makes the input of a number, from 0. */
export function makeInput(seed: number, number: number, corpus: Corpus): Input {
	const random = randomFrom(Math.imul(seed, 0x2545f491) ^ Math.imul(number + 1, 0x9e3779b1));
	const kind = number % 10 < rulesOfTen ? 'rule' : 'report';
	const from = kind === 'rule' ? corpus.rules : corpus.reports;
	const mutators = chosenMutators(random);
	let bytes = random.one(from);
	for (const name of mutators) {
		const mutated = MUTATORS[name]?.({ kind, base: bytes, other: random.one(from), random }) ?? bytes;
		bytes = mutated.subarray(0, longest);
	}
	return { number, kind, mutators, bytes, random };
}
