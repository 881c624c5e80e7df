import type { Annotations } from '../domain/annotation.ts';
import { compareDiagnostics, type Diagnostic } from '../domain/diagnostics.ts';
import type { FoundBefore } from '../domain/found-before.ts';
import { type RuleId, ruleId, rulePath } from '../domain/ids.ts';
import type { ParsedPack } from '../domain/parsed.ts';
import type { Catalog, Pack, ParsedRule, Rule } from '../domain/rule.ts';
import { findAlike } from './alike.ts';
import { arrangePack } from './arrange.ts';
import type { ArrangedPack } from './arranged.ts';
import { CHECKS } from './checks/list.ts';
import { type DeclaredLinks, declaredLinks } from './declared-links.ts';
import { indexFiles } from './file-index.ts';
import { findIdentical, type PlacedRule } from './identical.ts';
import { packTitles } from './pack-titles.ts';
import { relate } from './related.ts';
import { prefixesOf } from './section-finder.ts';
import { gatherTags } from './tags.ts';
import { compareText } from './words.ts';

/** A rule while it can still be compared with others. */
type WrittenRule = Rule & Pick<ParsedRule, 'likeness'>;

export interface CatalogOptions {
	/** False when relations are wanted later or not at all: rules then have none alike or related. */
	readonly relate: boolean;
	/** Absolute path of a rule file → the day of its last change; files without one are absent. */
	readonly changed?: ReadonlyMap<string, string>;
	/** What the config says of single rules; it joins what their frontmatter says. */
	readonly annotations?: Annotations | null;
	/** What is known of relations from an earlier run. */
	readonly before?: FoundBefore | null;
}

/**
 * Joins parsed packs into the catalog and checks what only shows across files. Pure.
 * Of two rules with one id the first is in the catalog; the other is left out, and an error names both. Left out as well is a
 * rule whose file has an error in what it says of others: an alias that is taken, a conflict or replacement that is not there.
 */
export function buildCatalog(
	packs: readonly ParsedPack[],
	{ relate: isRelated, changed = new Map(), annotations = null, before = null }: CatalogOptions = { relate: true },
): {
	readonly catalog: Catalog;
	/** The same catalog with the relations of its rules, which take as long to find as all the rest. */
	readonly related: () => Catalog;
	readonly diagnostics: readonly Diagnostic[];
} {
	const arranged = packs.toSorted((a, b) => compareText(a.folder.name, b.folder.name)).map(arrangePack);
	const links = declaredLinks(arranged, annotations);
	const published = links.barred.size === 0 ? arranged : arranged.map((pack) => withoutRules(pack, links.barred));
	const filled = published.filter(({ rules }) => rules.length > 0);
	const titles = packTitles(filled.map(({ parsed }) => parsed));
	const copies = findIdentical(published);
	const written = filled.flatMap((pack) => writeRules(pack, copies, changed));
	const linked = withLinks(written, links);
	const rules = linked.map(withoutLikeness);
	const bare: Catalog = {
		packs: filled.map((pack, index) => writePack(pack, titles[index] ?? pack.parsed.folder.name)),
		rules,
		tags: gatherTags(rules),
	};
	const identical = published === arranged ? copies : findIdentical(arranged);
	const knowledge = { packs: arranged, files: indexFiles(arranged), identical, links };
	const related = relateLater(bare, linked, namedBy(linked, links), before);
	return {
		catalog: isRelated ? related() : bare,
		related,
		diagnostics: CHECKS.flatMap((check) => check(knowledge)).sort(compareDiagnostics),
	};
}

function withoutLikeness({ likeness: _, ...rule }: WrittenRule): Rule {
	return rule;
}

/** The pack arranged anew, as if these rules and those that share an id with another were not in it. */
function withoutRules({ parsed, rules }: ArrangedPack, barred: ReadonlySet<ParsedRule>): ArrangedPack {
	return arrangePack({ ...parsed, rules: rules.filter((rule) => !barred.has(rule)) });
}

function writePack({ parsed, sections }: ArrangedPack, title: string): Pack {
	const { folder, metadata, skill } = parsed;
	const written = sections.map((section) => ({
		slug: section.slug,
		title: section.title,
		prefix: section.declared === null ? null : (prefixesOf(section.declared)[0] ?? null),
		impact: section.declared?.impact ?? null,
		description: section.declared?.description ?? null,
		declared: section.declared !== null,
		rules: section.rules.map(({ stem }) => ruleId(folder.name, stem)),
	}));
	return {
		name: folder.name,
		title,
		abstract: metadata?.abstract ?? null,
		description: skill?.description ?? null,
		version: metadata?.version ?? null,
		organization: metadata?.organization ?? null,
		technology: metadata?.technology ?? null,
		date: metadata?.date ?? null,
		references: metadata?.references ?? [],
		source: folder.source,
		trusted: folder.trusted,
		sections: written,
		rules: written.flatMap((section) => section.rules),
	};
}

/** The rules of a pack in reading order; previous and next run through all its sections. */
function writeRules(
	pack: ArrangedPack,
	identical: ReadonlyMap<ParsedRule, readonly PlacedRule[]>,
	changed: ReadonlyMap<string, string>,
): readonly WrittenRule[] {
	const days = new Map(pack.parsed.folder.rules.map(({ file, absolute }) => [file, changed.get(absolute) ?? null]));
	const name = pack.parsed.folder.name;
	const line = pack.sections.flatMap((section) => section.rules.map((rule) => ({ rule, section })));
	const idAt = (index: number): RuleId | null => {
		const at = line[index];
		return at === undefined ? null : ruleId(name, at.rule.stem);
	};
	return line.map(({ rule: { frontmatter, ...rest }, rule, section }, index) => ({
		...rest,
		id: ruleId(name, rule.stem),
		pack: name,
		section: section.slug,
		path: rulePath(name, rule.stem),
		title: frontmatter.title,
		titlePlace: frontmatter.titlePlace,
		impact: frontmatter.impact,
		impactWord: frontmatter.impactWord,
		impactDescription: frontmatter.impactDescription,
		tags: frontmatter.tags,
		extra: frontmatter.extra,
		previous: idAt(index - 1),
		next: idAt(index + 1),
		identical: (identical.get(rule) ?? []).map((other) => ruleId(other.pack, other.rule.stem)),
		alike: [],
		related: [],
		conflicts: [],
		aliases: [],
		codes: [],
		standards: [],
		deprecated: null,
		changed: days.get(rule.file) ?? null,
	}));
}

/** The rules with what they say of each other; a rule that is left out is no goal of a link. */
function withLinks(
	rules: readonly WrittenRule[],
	{ all, aliases, conflicts, replacedBy }: DeclaredLinks,
): readonly WrittenRule[] {
	const present = new Set(rules.map(({ id }) => id));
	const isPresent = (id: RuleId): boolean => present.has(id);
	return rules.map((rule) => {
		const said = all.get(rule.id);
		const notice = said?.deprecated ?? null;
		return {
			...rule,
			aliases: aliases.of(rule.id),
			codes: said?.codes ?? [],
			standards: said?.standards ?? [],
			conflicts: conflicts.of(rule.id).filter(isPresent),
			deprecated:
				notice === null ? null : { message: notice.message, replacedBy: replacedBy.of(rule.id).filter(isPresent) },
		};
	});
}

/** The rules that authors name as related, for each rule that names some that are there. */
function namedBy(
	rules: readonly WrittenRule[],
	{ related: named }: DeclaredLinks,
): ReadonlyMap<RuleId, readonly RuleId[]> {
	const present = new Set(rules.map(({ id }) => id));
	const lists = rules.map(({ id }) => [id, named.of(id).filter((other) => present.has(other))] as const);
	return new Map(lists.filter(([, others]) => others.length > 0));
}

/**
 * The catalog with relations, once it is asked for. A function of its own: one made beside the checks would hold on to all that
 * they look at, and so to the text of every file, until the site is built. What it is made from is let go when it is made.
 */
function relateLater(
	bare: Catalog,
	rules: readonly WrittenRule[],
	named: ReadonlyMap<RuleId, readonly RuleId[]>,
	before: FoundBefore | null,
): () => Catalog {
	let left: readonly WrittenRule[] = rules;
	let whole: Catalog | null = null;
	return () => {
		if (whole !== null) return whole;
		const alike = findAlike(left, before);
		const compared = left.map((rule) => ({ ...rule, alike: alike.get(rule.id) ?? [] }));
		const related = relate(compared, named, before);
		const complete = compared.map((rule) => withoutLikeness({ ...rule, related: related.get(rule.id) ?? [] }));
		left = [];
		whole = { ...bare, rules: complete };
		return whole;
	};
}
