import { pieces, similarity } from '../domain/fingerprints.ts';
import type { RuleId } from '../domain/ids.ts';
import type { Alike, ParsedRule, Rule } from '../domain/rule.ts';

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
export function findAlike(rules: readonly Compared[]): ReadonlyMap<RuleId, readonly Alike[]> {
	const found = new Map<RuleId, Alike[]>();
	const add = (rule: Compared, other: Compared, by: Alike['by']): void => {
		if (rule.pack === other.pack || rule.identical.includes(other.id)) return;
		const known = found.get(rule.id) ?? [];
		if (known.length >= MOST || known.some(({ id }) => id === other.id)) return;
		found.set(rule.id, [...known, { id: other.id, by }]);
	};
	for (const [rule, other] of nearTexts(rules)) add(rule, other, 'text');
	for (const same of Map.groupBy(rules, ({ title }) => foldedTitle(title)).values()) {
		if (same.length > TOO_COMMON) continue;
		for (const rule of same) for (const other of same) add(rule, other, 'title');
	}
	return found;
}

/** Both directions of every pair of rules whose texts are nearly the same. */
function nearTexts(rules: readonly Compared[]): readonly (readonly [Compared, Compared])[] {
	const holders = new Map<number, number[]>();
	for (const [place, { likeness }] of rules.entries()) {
		for (const hash of likeness.sketch) {
			const known = holders.get(hash);
			if (known === undefined) holders.set(hash, [place]);
			else known.push(place);
		}
	}
	const sets = new Map<Compared, ReadonlySet<number>>();
	const piecesOf = (rule: Compared): ReadonlySet<number> => {
		const set = sets.get(rule) ?? pieces(rule.text);
		sets.set(rule, set);
		return set;
	};
	const compared = new Set<number>();
	const near: (readonly [Compared, Compared])[] = [];
	for (const places of holders.values()) {
		if (places.length === 1 || places.length > TOO_COMMON) continue;
		for (const [at, one] of places.entries()) {
			for (const two of places.slice(at + 1)) {
				const [rule, other] = [rules[one], rules[two]];
				if (rule === undefined || other === undefined || rule.pack === other.pack) continue;
				const pair = one * rules.length + two;
				if (compared.has(pair)) continue;
				compared.add(pair);
				if (similarity(piecesOf(rule), piecesOf(other)) >= NEARLY) near.push([rule, other], [other, rule]);
			}
		}
	}
	return near;
}

/** Case and punctuation left out: `Don't block` and `Don’t block.` are one title. A title of signs alone stays as it is. */
function foldedTitle(title: string): string {
	const folded = title
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}+#$]+/gu, '');
	return folded === '' ? title : folded;
}
