import { hash } from 'node:crypto';
import { pieces, similarity } from '../domain/fingerprints.ts';
import type { FoundBefore } from '../domain/found-before.ts';
import type { RuleId } from '../domain/ids.ts';
import type { Alike, ParsedRule, Rule } from '../domain/rule.ts';
import { foundIn } from './found-in.ts';

/** Rules from this share of common text on are one rule with small edits. */
const NEARLY = 0.9;
/** More namesakes would be a list of what the word is used for, not of one rule. */
const MOST = 5;
/** A text that so many rules share is a template's. */
const TOO_COMMON = 50;

export type Compared = Pick<Rule, 'id' | 'pack' | 'title' | 'text' | 'identical'> & Pick<ParsedRule, 'likeness'>;

/**
 * Rules → the rules of other packs that are nearly theirs, or that have their title; identical ones and rules without any
 * are absent. Goes both ways. Only rules that share a rare piece of text are compared, so the work grows with the rules,
 * not with their pairs.
 */
export function findAlike(
	rules: readonly Compared[],
	before: FoundBefore | null = null,
): ReadonlyMap<RuleId, readonly Alike[]> {
	const found = new Map<RuleId, Alike[]>();
	const add = (rule: Compared, other: Compared, by: Alike['by']): void => {
		if (rule.pack === other.pack || rule.identical.includes(other.id)) return;
		const known = found.get(rule.id) ?? [];
		if (known.length >= MOST || known.some(({ id }) => id === other.id)) return;
		found.set(rule.id, [...known, { id: other.id, by }]);
	};
	for (const [one, two] of nearTexts(rules, before)) {
		const [rule, other] = [rules[one], rules[two]];
		if (rule === undefined || other === undefined) continue;
		add(rule, other, 'text');
		add(other, rule, 'text');
	}
	for (const same of Map.groupBy(rules, ({ title }) => foldedTitle(title)).values()) {
		if (same.length > TOO_COMMON) continue;
		for (const rule of same) for (const other of same) add(rule, other, 'title');
	}
	return found;
}

type Pair = readonly [place: number, other: number];

/** The places of every two rules whose texts are nearly the same. */
function nearTexts(rules: readonly Compared[], before: FoundBefore | null): readonly Pair[] {
	const pairs = pairsToCompare(rules);
	const texts = (): readonly string[] =>
		[...new Set(pairs.flat())].map((place) => hash('sha256', rules[place]?.text ?? ''));
	return foundIn(
		before,
		'near-texts',
		() => [pairs, texts()],
		() => {
			const sets = new Map<number, ReadonlySet<number>>();
			const piecesOf = (place: number): ReadonlySet<number> => {
				const set = sets.get(place) ?? pieces(rules[place]?.text ?? '');
				sets.set(place, set);
				return set;
			};
			return pairs.filter(([one, two]) => similarity(piecesOf(one), piecesOf(two)) >= NEARLY);
		},
	);
}

/** Rules of different packs that share a rare piece of text, each two once. */
function pairsToCompare(rules: readonly Compared[]): readonly Pair[] {
	const holders = new Map<number, number[]>();
	for (const [place, { likeness }] of rules.entries()) {
		for (const hash of likeness.sketch) {
			const known = holders.get(hash);
			if (known === undefined) holders.set(hash, [place]);
			else known.push(place);
		}
	}
	const seen = new Set<number>();
	const pairs: Pair[] = [];
	for (const places of holders.values()) {
		if (places.length === 1 || places.length > TOO_COMMON) continue;
		for (const [at, one] of places.entries()) {
			for (const two of places.slice(at + 1)) {
				const pair = one * rules.length + two;
				if (rules[one]?.pack === rules[two]?.pack || seen.has(pair)) continue;
				seen.add(pair);
				pairs.push([one, two]);
			}
		}
	}
	return pairs;
}

/** Case and punctuation left out: `Don't block` and `Don’t block.` are one title. A title of signs alone stays as it is. */
function foldedTitle(title: string): string {
	const folded = title
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}+#$]+/gu, '');
	return folded === '' ? title : folded;
}
