import type { RuleId } from '../domain/ids.ts';
import type { Impact } from '../domain/impact.ts';
import { compareImpacts, IMPACTS } from '../domain/impact.ts';
import type { Catalog, Pack, Rule, Section, Tag } from '../domain/rule.ts';
import { tagKey } from '../domain/tags.ts';
import { siteState } from './state.ts';

/** The catalog by its keys, computed once for all pages. */
export interface Lookup {
	readonly rule: (id: RuleId) => Rule;
	readonly pack: (name: string) => Pack;
	readonly section: (rule: Rule) => Section;
	/** The tag that a spelling belongs to. */
	readonly tag: (spelling: string) => Tag;
	/** Whether it is known of any rule when it changed. */
	readonly isDated: boolean;
	/** Every tier that has rules, most severe first, then null for rules without one. */
	readonly impacts: readonly { readonly impact: Impact | null; readonly rules: readonly Rule[] }[];
}

const made = new WeakMap<Catalog, Lookup>();

/** The lookup of this run's catalog. */
export function lookup(): Lookup {
	const { catalog } = siteState();
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
	return {
		rule: (id) => found(rules.get(id), id),
		pack: (name) => found(packs.get(name), name),
		section: (rule) => found(sections.get(`${rule.pack}/${rule.section}`), `${rule.pack}/${rule.section}`),
		tag: (spelling) => found(tags.get(tagKey(spelling)), spelling),
		isDated: catalog.rules.some(({ changed }) => changed !== null),
		impacts: [...IMPACTS, null]
			.map((impact) => ({ impact, rules: catalog.rules.filter((rule) => rule.impact === impact) }))
			.filter(({ rules: some }) => some.length > 0),
	};
}

/** Whether the site has feeds: they need whole addresses, and the day of some change. */
export function hasFeeds(): boolean {
	return siteState().config.site !== null && lookup().isDated;
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
