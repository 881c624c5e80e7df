import type { ParsedRule, Rule } from '../domain/rule.ts';
import { shareFeatures } from './shared-features.ts';

/** A rule as far as others can be related to it. */
export type Relatable = Pick<
	Rule,
	'id' | 'previous' | 'next' | 'pack' | 'section' | 'stem' | 'title' | 'tags' | 'languages' | 'identical' | 'alike'
> &
	Pick<ParsedRule, 'likeness'>;

/** The places of two rules, and how much they have in common, from 0 to about 1. */
export interface Scored {
	readonly one: number;
	readonly two: number;
	readonly score: number;
}

const CANDIDATES = 12;
const LEAST = 0.1;
const OTHER_PACK = 0.55;
const OTHER_LANGUAGE = 0.5;
const SAME_SECTION = 0.08;

/**
 * For each rule the rules most like it, best first, at most a dozen: the cosine of what they share, rare things counting most;
 * a rule of the same section counts more, one of another pack less, and of another language less still. Time grows with the rules, not with their pairs.
 */
export function candidatesOf(rules: readonly Relatable[]): readonly (readonly Scored[])[] {
	const sharing = shareFeatures(rules);
	const packs = numbered(rules, ({ pack }) => pack);
	const sections = numbered(rules, ({ pack, section }) => `${pack} ${section}`);
	return rules.map((rule, one) => {
		const best: Scored[] = [];
		const [pack, section] = [packs[one], sections[one]];
		sharing.forEachOther(one, (two, cosine) => {
			const isOwn = packs[two] === pack;
			// Most pairs have nearly nothing in common: they are told by numbers alone, before either rule is looked at.
			const most = isOwn ? (sections[two] === section ? cosine + SAME_SECTION : cosine) : cosine * OTHER_PACK;
			if (most < LEAST || (best.length === CANDIDATES && most <= (best[CANDIDATES - 1]?.score ?? 0))) return;
			const other = rules[two];
			if (other === undefined || isBeside(rule, other)) return;
			const score = isOwn || speakAlike(rule, other) ? most : cosine * (OTHER_PACK * OTHER_LANGUAGE);
			insert(best, { one, two, score });
		});
		return best;
	});
}

/** Equal names have equal numbers. */
function numbered(rules: readonly Relatable[], nameOf: (rule: Relatable) => string): Uint32Array {
	const numbers = new Map<string, number>();
	return Uint32Array.from(rules, (rule) => {
		const name = nameOf(rule);
		const number = numbers.get(name) ?? numbers.size;
		numbers.set(name, number);
		return number;
	});
}

/** Keeps `best` sorted and short. */
function insert(best: Scored[], scored: Scored): void {
	const { score } = scored;
	if (score < LEAST || (best.length === CANDIDATES && score <= (best.at(-1)?.score ?? 0))) return;
	const at = best.findIndex((one) => one.score < score);
	best.splice(at === -1 ? best.length : at, 0, scored);
	if (best.length > CANDIDATES) best.pop();
}

/** A page leads to the rules before and after it anyway. */
function isBeside(rule: Relatable, other: Relatable): boolean {
	return other.id === rule.id || other.id === rule.previous || other.id === rule.next;
}

function speakAlike({ languages }: Relatable, other: Relatable): boolean {
	if (languages.length === 0 || other.languages.length === 0) return true;
	return other.languages.some((one) => languages.includes(one));
}
