import { pieces, similarity, sketch } from '../../src/domain/fingerprints.ts';
import type { RuleId } from '../../src/domain/ids.ts';
import type { Alike, Rule } from '../../src/domain/rule.ts';
import { tagKey } from '../../src/domain/tags.ts';

/**
 * The relations between rules in the plainest way, from their whole texts each time: what the fast way is compared with.
 */
export type PlainRule = Pick<
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
type Relatable = PlainRule;

/** Rules from this share of common text on are one rule with small edits. */
const NEARLY = 0.9;
/** More namesakes would be a list of what the word is used for, not of one rule. */
const MOST_ALIKE = 5;
/** A text that so many rules share is a template's. */
const TOO_COMMON_TEXT = 50;

type Compared = PlainRule;

/**
 * Rules → the rules of other packs that are nearly theirs, or that have their title; identical ones and rules without any
 * are absent. Goes both ways. Only rules that share a rare piece of text are compared, so the work grows with the rules,
 * not with their pairs.
 */
export function plainlyAlike(rules: readonly Compared[]): ReadonlyMap<RuleId, readonly Alike[]> {
	const found = new Map<RuleId, Alike[]>();
	const add = (rule: Compared, other: Compared, by: Alike['by']): void => {
		if (rule.pack === other.pack || rule.identical.includes(other.id)) return;
		const known = found.get(rule.id) ?? [];
		if (known.length >= MOST_ALIKE || known.some(({ id }) => id === other.id)) return;
		found.set(rule.id, [...known, { id: other.id, by }]);
	};
	for (const [rule, other] of nearTexts(rules)) add(rule, other, 'text');
	for (const same of Map.groupBy(rules, ({ title }) => foldedTitle(title)).values()) {
		if (same.length > TOO_COMMON_TEXT) continue;
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
		if (places.length === 1 || places.length > TOO_COMMON_TEXT) continue;
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
export function plainlyRelated(
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

/** Two rules and how much they have in common, from 0 to about 1. */
interface Scored {
	readonly one: RuleId;
	readonly two: RuleId;
	readonly score: number;
}

/** What so many rules share says nothing about two of them; it also bounds the work. */
const TOO_COMMON_FEATURE = 200;
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
function candidatesOf(rules: readonly Relatable[]): ReadonlyMap<RuleId, readonly Scored[]> {
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
				if (count < 2 || count > TOO_COMMON_FEATURE) return [];
				return { number: numberOf(name), weight: kind * Math.log((rules.length + 1) / count) };
			})
			.sort((a, b) => b.weight - a.weight)
			.slice(0, FEATURES),
	);
}

type Described = PlainRule;

/** What kind of thing rules may share, and how much it says that they do. */
const WEIGHTS = { tag: 3, title: 2, name: 1, prefix: 1 } as const;

/** A name in code that more than one word makes: `pool_cleanup`, `useEffect`, `std::move`. Single words are everyone's. */
const NAME = /[A-Za-z_$][\w$]*(?:(?:::|\.)[A-Za-z_$][\w$]*)*/g;
const COMPOUND = /[a-z0-9][A-Z]|[A-Za-z0-9]_[A-Za-z0-9]|::|\./;
const LONGEST_NAME = 60;

/** The features of a rule and what each counts: its tags, the words of its title, the compound names of its text. */
function featuresOf({ stem, title, tags, text }: Described): ReadonlyMap<string, number> {
	const features = new Map<string, number>();
	for (const [name] of `${title}\n${text}`.matchAll(NAME)) {
		if (name.length <= LONGEST_NAME && COMPOUND.test(name)) features.set(`name ${name}`, WEIGHTS.name);
	}
	for (const [word] of title.toLowerCase().matchAll(/[\p{L}\p{N}_]+/gu)) {
		if (word.length > 2) features.set(`title ${singular(word)}`, WEIGHTS.title);
	}
	// Many authors repeat the section as the first tag, and sections of one name have little to do with each other.
	const prefix = tagKey(stem.split('-', 1)[0] ?? '');
	for (const tag of tags) {
		const key = tagKey(tag);
		features.set(`tag ${key}`, key === prefix ? WEIGHTS.prefix : WEIGHTS.tag);
	}
	return features;
}

/** Enough to have `allocations` meet `allocation`; a stemmer would not pay for its size. */
function singular(word: string): string {
	return word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
