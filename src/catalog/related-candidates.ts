import type { RuleId } from '../domain/ids.ts';
import type { Rule } from '../domain/rule.ts';
import { featuresOf } from './rule-features.ts';

/** A rule as far as others can be related to it. */
export type Relatable = Pick<
	Rule,
	| 'id'
	| 'previous'
	| 'next'
	| 'pack'
	| 'section'
	| 'stem'
	| 'title'
	| 'tags'
	| 'languages'
	| 'text'
	| 'identical'
	| 'alike'
>;

/** Two rules and how much they have in common, from 0 to about 1. */
export interface Scored {
	readonly one: RuleId;
	readonly two: RuleId;
	readonly score: number;
}

/** What so many rules share says nothing about two of them; it also bounds the work. */
const TOO_COMMON = 200;
/** Of a long rule only its rarest features count, or it would be a little like everything. */
const FEATURES = 40;
const CANDIDATES = 12;
const LEAST = 0.1;
const OTHER_PACK = 0.55;
const OTHER_LANGUAGE = 0.5;
const SAME_SECTION = 0.08;

interface Feature {
	readonly number: number;
	readonly weight: number;
}

/**
 * For each rule the rules most like it, best first, at most a dozen: the cosine of what they share, rare things counting most;
 * a rule of the same section counts more, one of another pack less, and of another language less still. Time grows with the rules, not with their pairs.
 */
export function candidatesOf(rules: readonly Relatable[]): ReadonlyMap<RuleId, readonly Scored[]> {
	const features = weighFeatures(rules);
	const holders = new Map<number, number[]>();
	for (const [place, own] of features.entries()) {
		for (const { number } of own) {
			const known = holders.get(number);
			if (known === undefined) holders.set(number, [place]);
			else known.push(place);
		}
	}
	const lengths = features.map((own) => Math.hypot(...own.map(({ weight }) => weight)));
	const shared = new Float64Array(rules.length);
	return new Map(
		rules.map((rule, place) => {
			const touched: number[] = [];
			for (const { number, weight } of features[place] ?? []) {
				for (const other of holders.get(number) ?? []) {
					if (shared[other] === 0) touched.push(other);
					shared[other] = (shared[other] ?? 0) + weight * weight;
				}
			}
			const best: Scored[] = [];
			for (const other of touched) {
				const length = (lengths[place] ?? 0) * (lengths[other] ?? 0);
				const cosine = (shared[other] ?? 0) / length;
				shared[other] = 0;
				const target = rules[other];
				if (target !== undefined && !isBeside(rule, target)) insert(best, rule, target, cosine);
			}
			return [rule.id, best];
		}),
	);
}

/** Keeps `best` sorted and short. */
function insert(best: Scored[], rule: Relatable, other: Relatable, cosine: number): void {
	const score = closeness(rule, other, cosine);
	if (score < LEAST || (best.length === CANDIDATES && score <= (best.at(-1)?.score ?? 0))) return;
	const at = best.findIndex((one) => one.score < score);
	best.splice(at === -1 ? best.length : at, 0, { one: rule.id, two: other.id, score });
	if (best.length > CANDIDATES) best.pop();
}

/** A page leads to the rules before and after it anyway. */
function isBeside(rule: Relatable, other: Relatable): boolean {
	return [rule.id, rule.previous, rule.next].includes(other.id);
}

function closeness(rule: Relatable, other: Relatable, cosine: number): number {
	if (rule.pack === other.pack) return rule.section === other.section ? cosine + SAME_SECTION : cosine;
	const shows = new Set(rule.languages);
	const speakAlike = shows.size === 0 || other.languages.length === 0 || other.languages.some((one) => shows.has(one));
	return cosine * (speakAlike ? OTHER_PACK : OTHER_PACK * OTHER_LANGUAGE);
}

/** The features of each rule that it shares with some but not with many, rarest first, weighed by how rare they are. */
function weighFeatures(rules: readonly Relatable[]): readonly (readonly Feature[])[] {
	const all = rules.map(featuresOf);
	const uses = new Map<string, number>();
	for (const own of all) for (const name of own.keys()) uses.set(name, (uses.get(name) ?? 0) + 1);
	const numbers = new Map<string, number>();
	const numberOf = (name: string): number => {
		const number = numbers.get(name) ?? numbers.size;
		numbers.set(name, number);
		return number;
	};
	return all.map((own) =>
		[...own]
			.flatMap(([name, kind]) => {
				const count = uses.get(name) ?? 0;
				if (count < 2 || count > TOO_COMMON) return [];
				return { number: numberOf(name), weight: kind * Math.log((rules.length + 1) / count) };
			})
			.sort((a, b) => b.weight - a.weight)
			.slice(0, FEATURES),
	);
}
