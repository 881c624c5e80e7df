import type { RuleId } from '../domain/ids.ts';
import type { Alike, Rule } from '../domain/rule.ts';
import { pieces, similarity, sketch } from './fingerprints.ts';

/** Rules from this share of common text on are one rule with small edits. */
const NEARLY = 0.9;
/** More namesakes would be a list of what the word is used for, not of one rule. */
const MOST = 5;
/** A text that so many rules share is a template's. */
const TOO_COMMON = 50;

type Compared = Pick<Rule, 'id' | 'pack' | 'title' | 'text' | 'identical'>;

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
	const sets = rules.map(({ text }) => pieces(text));
	const holders = new Map<number, number[]>();
	for (const [place, set] of sets.entries()) {
		for (const hash of sketch(set)) {
			const known = holders.get(hash);
			if (known === undefined) holders.set(hash, [place]);
			else known.push(place);
		}
	}
	const compared = new Set<number>();
	const near: (readonly [Compared, Compared])[] = [];
	for (const places of holders.values()) {
		if (places.length === 1 || places.length > TOO_COMMON) continue;
		for (const [at, one] of places.entries()) {
			for (const two of places.slice(at + 1)) {
				const pair = one * rules.length + two;
				if (compared.has(pair)) continue;
				compared.add(pair);
				const [rule, other, a, b] = [rules[one], rules[two], sets[one], sets[two]];
				if (rule === undefined || other === undefined || a === undefined || b === undefined) continue;
				if (rule.pack !== other.pack && similarity(a, b) >= NEARLY) near.push([rule, other], [other, rule]);
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
