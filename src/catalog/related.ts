import type { RuleId } from '../domain/ids.ts';
import { candidatesOf, type Relatable, type Scored } from './related-candidates.ts';

/** How many rules a rule lists; those that its author names are all kept. */
const MOST = 5;
/** A rule with fewer is given its best candidates, though they have no room to name it in turn. */
const ENOUGH = 3;
/** What an author says counts more than anything that is found. */
const NAMED = 1000;

interface Listed {
	readonly chosen: { readonly id: RuleId; readonly score: number }[];
	/** Copies of a rule stand in one group, and a list names only one of them. */
	readonly groups: Set<RuleId>;
}

/**
 * Rules → related rules, best first: those the author names, then those that share tags, names in code, title words or the
 * section. Goes both ways wherever both have room. Rules that are the same or alike are not related: they are listed apart.
 */
export function relate(
	rules: readonly Relatable[],
	declared: ReadonlyMap<RuleId, readonly RuleId[]>,
): ReadonlyMap<RuleId, readonly RuleId[]> {
	const groups = groupsOf(rules);
	const lists = new Map<RuleId, Listed>(rules.map(({ id }) => [id, { chosen: [], groups: new Set([groupOf(id)]) }]));
	for (const [id, named] of declared) for (const other of named) add(id, other, NAMED);
	for (const [id, named] of declared) for (const other of named) if (hasRoom(other, id, MOST)) add(other, id, NAMED);
	const candidates = candidatesOf(rules);
	for (const { one, two, score } of strongestFirst(candidates)) {
		if (!hasRoom(one, two, MOST) || !hasRoom(two, one, MOST)) continue;
		add(one, two, score);
		add(two, one, score);
	}
	for (const [id, best] of candidates) {
		for (const { two, score } of best) if (hasRoom(id, two, ENOUGH)) add(id, two, score);
	}
	return new Map(
		[...lists].map(([id, { chosen }]) => [id, chosen.sort((a, b) => b.score - a.score).map((one) => one.id)]),
	);

	function groupOf(id: RuleId): RuleId {
		return groups.get(id) ?? id;
	}

	function hasRoom(id: RuleId, other: RuleId, most: number): boolean {
		const list = lists.get(id);
		return list !== undefined && list.chosen.length < most && !list.groups.has(groupOf(other));
	}

	function add(id: RuleId, other: RuleId, score: number): void {
		const list = lists.get(id);
		list?.chosen.push({ id: other, score });
		list?.groups.add(groupOf(other));
	}
}

/** The first of its copies, for each rule that has any. */
function groupsOf(rules: readonly Relatable[]): ReadonlyMap<RuleId, RuleId> {
	const groups = new Map<RuleId, RuleId>();
	for (const { id, identical, alike } of rules) {
		const copies = [...identical, ...alike.map((one) => one.id)];
		const group = groups.get(id) ?? id;
		for (const copy of copies) if (!groups.has(copy)) groups.set(copy, group);
		if (copies.length > 0) groups.set(id, group);
	}
	return groups;
}

/** Every pair once. Equals stand in the order of the catalog, so that a run gives what the run before gave. */
function strongestFirst(candidates: ReadonlyMap<RuleId, readonly Scored[]>): readonly Scored[] {
	const pairs = [...candidates.values()].flat();
	const seen = new Set<string>();
	const once = pairs.filter(({ one, two }) => {
		const key = one < two ? `${one} ${two}` : `${two} ${one}`;
		return !seen.has(key) && seen.add(key);
	});
	return once.sort((a, b) => b.score - a.score);
}
