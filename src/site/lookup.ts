import type { RuleId } from '../domain/ids.ts';
import type { Impact } from '../domain/impact.ts';
import { compareImpacts, IMPACTS } from '../domain/impact.ts';
import type { Catalog, Pack, Rule, Section, Tag } from '../domain/rule.ts';
import { tagKey } from '../domain/tags.ts';
import { codeGroupsOf } from './codes/code-pages.ts';
import { reading, siteState } from './state.ts';
import { tagIndex } from './tag-index.ts';

/** The catalog by its keys, computed once for all pages. */
export interface Lookup {
	readonly rule: (id: RuleId) => Rule;
	readonly pack: (name: string) => Pack;
	/** Null for a rule that was left out. */
	readonly ruleIfThere: (id: RuleId) => Rule | null;
	/** False for a pack all of whose rules were left out. */
	readonly hasPack: (name: string) => boolean;
	readonly section: (rule: Rule) => Section;
	/** The tag that a spelling belongs to. */
	readonly tag: (spelling: string) => Tag;
	/** The site path where all rules of the tag with this spelling are listed. */
	readonly tagAddress: (spelling: string) => string;
	/** What every page shows of the whole site. */
	readonly facts: SiteFacts;
	/** Every tier that has rules, most severe first, then null for rules without one. */
	readonly impacts: readonly { readonly impact: Impact | null; readonly rules: readonly Rule[] }[];
}

/** Changes of these change every page. */
export interface SiteFacts {
	readonly rules: number;
	readonly packs: number;
	/** Whether it is known of any rule when it changed. */
	readonly isDated: boolean;
	/** Whether any rule has a code of a linter, or a standard. */
	readonly hasCodes: boolean;
}

const made = new WeakMap<Catalog, Lookup>();

/** The lookup of this run's catalog. Whoever watches is told what is looked up. */
export function lookup(): Lookup {
	const { catalog } = reading();
	const known = made.get(catalog);
	if (known !== undefined) return known;
	const fresh = makeLookup(catalog);
	made.set(catalog, fresh);
	return fresh;
}

function makeLookup(catalog: Catalog): Lookup {
	const rules = new Map(catalog.rules.map((rule) => [rule.id, rule]));
	const packs = new Map(catalog.packs.map((pack) => [pack.name, pack]));
	const tags = new Map(catalog.tags.map((tag) => [tag.key, tag]));
	const sections = new Map(
		catalog.packs.flatMap((pack) => pack.sections.map((section) => [`${pack.name}/${section.slug}`, section])),
	);
	const impacts = [...IMPACTS, null]
		.map((impact) => ({ impact, rules: catalog.rules.filter((rule) => rule.impact === impact) }))
		.filter(({ rules: some }) => some.length > 0);
	return {
		rule: (id) => {
			reading(`rule ${id}`);
			return found(rules.get(id), id);
		},
		pack: (name) => {
			reading(`pack ${name}`);
			return found(packs.get(name), name);
		},
		ruleIfThere: (id) => {
			reading(`rule ${id}`);
			return rules.get(id) ?? null;
		},
		hasPack: (name) => {
			reading(`pack ${name}`);
			return packs.has(name);
		},
		section: (rule) => {
			reading(`pack ${rule.pack}`);
			return found(sections.get(`${rule.pack}/${rule.section}`), `${rule.pack}/${rule.section}`);
		},
		tag: (spelling) => {
			reading(`tag ${tagKey(spelling)}`);
			return found(tags.get(tagKey(spelling)), spelling);
		},
		tagAddress: (spelling) => {
			reading(`tag ${tagKey(spelling)}`);
			return tagIndex(catalog.tags).addressOf(found(tags.get(tagKey(spelling)), spelling));
		},
		facts: {
			rules: catalog.rules.length,
			packs: catalog.packs.length,
			isDated: catalog.rules.some(({ changed }) => changed !== null),
			hasCodes: codeGroupsOf(catalog).length > 0,
		},
		get impacts() {
			reading('catalog');
			return impacts;
		},
	};
}

/** Whether the site has feeds: they need whole addresses, and the day of some change. */
export function hasFeeds(): boolean {
	return siteState().config.site !== null && lookup().facts.isDated;
}

/** Whether Astro compiles the rule's body (MDX of a trusted pack), instead of the pipeline. */
export function isCompiled(rule: Rule): boolean {
	return rule.mdx && lookup().pack(rule.pack).trusted;
}

/** Rules that no longer hold last; most severe first; equals stay in reading order. */
export function bySeverity(rules: readonly Rule[]): readonly Rule[] {
	return rules.toSorted(
		(a, b) => Number(a.deprecated !== null) - Number(b.deprecated !== null) || compareImpacts(a.impact, b.impact),
	);
}

function found<T>(value: T | undefined, name: string): T {
	if (value === undefined) throw new Error(`The catalog names "${name}" but does not hold it`);
	return value;
}
