import type { ParsedRule } from '../domain/rule.ts';
import type { ArrangedPack } from './arranged.ts';

export interface PlacedRule {
	readonly pack: string;
	readonly rule: ParsedRule;
}

/** Rules → the rules of other packs with the same bytes; rules without any are absent. */
export function findIdentical(packs: readonly ArrangedPack[]): ReadonlyMap<ParsedRule, readonly PlacedRule[]> {
	const byDigest = new Map<string, PlacedRule[]>();
	for (const { parsed, rules } of packs) {
		for (const rule of rules) {
			const placed = { pack: parsed.folder.name, rule };
			const same = byDigest.get(rule.digest);
			if (same === undefined) byDigest.set(rule.digest, [placed]);
			else same.push(placed);
		}
	}
	const identical = new Map<ParsedRule, readonly PlacedRule[]>();
	for (const same of byDigest.values()) {
		if (same.length === 1) continue;
		for (const { pack, rule } of same) {
			const others = same.filter((other) => other.pack !== pack);
			if (others.length > 0) identical.set(rule, others);
		}
	}
	return identical;
}
