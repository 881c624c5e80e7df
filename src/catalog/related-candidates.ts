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
	return rules.map((rule, one) => {
		const best: Scored[] = [];
		sharing.forEachOther(one, (two, cosine) => {
			// Nothing is scored higher than this, and most pairs have nearly nothing in common.
			const most = cosine + SAME_SECTION;
			if (most < LEAST || (best.length === CANDIDATES && most <= (best.at(-1)?.score ?? 0))) return;
			const other = rules[two];
			if (other === undefined || isBeside(rule, other)) return;
			insert(best, { one, two, score: closeness(rule, other, cosine) });
		});
		return best;
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

function closeness(rule: Relatable, other: Relatable, cosine: number): number {
	if (rule.pack === other.pack) return rule.section === other.section ? cosine + SAME_SECTION : cosine;
	const speakAlike =
		rule.languages.length === 0 ||
		other.languages.length === 0 ||
		other.languages.some((one) => rule.languages.includes(one));
	return cosine * (speakAlike ? OTHER_PACK : OTHER_PACK * OTHER_LANGUAGE);
}
