import type { FoundBefore } from '../domain/found-before.ts';
import type { RuleId } from '../domain/ids.ts';
import { foundIn } from './found-in.ts';
import { candidatesOf, type Relatable, type Scored } from './related-candidates.ts';

/** How many rules a rule lists; those that its author names are all kept. */
const MOST = 5;
/** A rule with fewer is given its best candidates, though they have no room to name it in turn. */
const ENOUGH = 3;
/** What an author says counts more than anything that is found. */
const NAMED = 1000;

/** A rule and what it lists. */
interface Listed {
	readonly place: number;
	/** The first of its copies, itself among them. */
	readonly group: RuleId;
	readonly chosen: { readonly place: number; readonly score: number }[];
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
	before: FoundBefore | null = null,
): ReadonlyMap<RuleId, readonly RuleId[]> {
	const lists = foundIn(
		before,
		'related',
		() => [rules.map(saidOf), [...declared]],
		() => listRelated(rules, declared),
	);
	return new Map(
		rules.map(({ id }, place) => [id, (lists[place] ?? []).flatMap((other) => rules[other]?.id ?? [])] as const),
	);
}

/** All of a rule that decides what it is related to. */
function saidOf({ id, previous, next, pack, section, stem, title, tags, languages, ...rest }: Relatable): unknown {
	const { identical, alike, likeness } = rest;
	return [id, previous, next, pack, section, stem, title, tags, languages, identical, alike, likeness.names];
}

/** For each rule the places of those that it lists. */
function listRelated(
	rules: readonly Relatable[],
	declared: ReadonlyMap<RuleId, readonly RuleId[]>,
): readonly (readonly number[])[] {
	const groups = groupsOf(rules);
	const groupOf = (id: RuleId): RuleId => groups.get(id) ?? id;
	const lists = rules.map(
		({ id }, place): Listed => ({ place, group: groupOf(id), chosen: [], groups: new Set([groupOf(id)]) }),
	);
	const byId = new Map(rules.map(({ id }, place) => [id, lists[place]]));
	for (const [one, two] of named()) add(one, two, NAMED);
	for (const [one, two] of named()) if (hasRoom(two, one, MOST)) add(two, one, NAMED);
	const candidates = candidatesOf(rules);
	for (const scored of strongestFirst(candidates)) {
		const [one, two] = [lists[scored.one], lists[scored.two]];
		if (one === undefined || two === undefined || !hasRoom(one, two, MOST) || !hasRoom(two, one, MOST)) continue;
		add(one, two, scored.score);
		add(two, one, scored.score);
	}
	for (const scored of candidates.flat()) {
		const [one, two] = [lists[scored.one], lists[scored.two]];
		if (one !== undefined && two !== undefined && hasRoom(one, two, ENOUGH)) add(one, two, scored.score);
	}
	return lists.map(({ chosen }) => chosen.sort((a, b) => b.score - a.score).map(({ place }) => place));

	function* named(): Generator<readonly [Listed, Listed]> {
		for (const [id, others] of declared) {
			for (const other of others) {
				const [one, two] = [byId.get(id), byId.get(other)];
				if (one !== undefined && two !== undefined) yield [one, two];
			}
		}
	}
}

function hasRoom(list: Listed, other: Listed, most: number): boolean {
	return list.chosen.length < most && !list.groups.has(other.group);
}

function add(list: Listed, other: Listed, score: number): void {
	list.chosen.push({ place: other.place, score });
	list.groups.add(other.group);
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
function strongestFirst(candidates: readonly (readonly Scored[])[]): readonly Scored[] {
	const seen = new Set<number>();
	const once = candidates.flat().filter(({ one, two }) => {
		const key = Math.min(one, two) * candidates.length + Math.max(one, two);
		return !seen.has(key) && seen.add(key);
	});
	return once.sort((a, b) => b.score - a.score);
}
