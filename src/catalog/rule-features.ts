import type { ParsedRule, Rule } from '../domain/rule.ts';
import { tagKey } from '../domain/tags.ts';

export type Described = Pick<Rule, 'stem' | 'title' | 'tags'> & Pick<ParsedRule, 'likeness'>;

/** A thing that rules may share. */
export interface Feature {
	/** The same number is the same thing. */
	readonly number: number;
	/** How much it says that two rules share it, rare or not. */
	readonly kind: number;
}

const WEIGHTS = { tag: 3, title: 2, name: 1, prefix: 1 } as const;

/** Finds the features of rules, each once: the compound names of their texts, the words of their titles, their tags. */
export function featureFinder(): {
	readonly of: (rule: Described) => readonly Feature[];
	readonly count: () => number;
} {
	const numbers = { name: new Map<string, number>(), title: new Map<string, number>(), tag: new Map<string, number>() };
	let count = 0;
	const numberOf = (known: Map<string, number>, name: string): number => {
		const number = known.get(name) ?? count++;
		known.set(name, number);
		return number;
	};
	return {
		count: () => count,
		of: ({ stem, title, tags, likeness }) => {
			const features: Feature[] = likeness.names.map((name) => ({
				number: numberOf(numbers.name, name),
				kind: WEIGHTS.name,
			}));
			for (const word of titleWords(title)) {
				features.push({ number: numberOf(numbers.title, word), kind: WEIGHTS.title });
			}
			// Many authors repeat the section as the first tag, and sections of one name have little to do with each other.
			const prefix = tagKey(stem.split('-', 1)[0] ?? '');
			for (const key of new Set(tags.map(tagKey))) {
				features.push({ number: numberOf(numbers.tag, key), kind: key === prefix ? WEIGHTS.prefix : WEIGHTS.tag });
			}
			return features;
		},
	};
}

function titleWords(title: string): ReadonlySet<string> {
	const words = title.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
	return new Set(words.filter((word) => word.length > 2).map(singular));
}

/** Enough to have `allocations` meet `allocation`; a stemmer would not pay for its size. */
function singular(word: string): string {
	return word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
