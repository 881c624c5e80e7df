import { compareDiagnostics, type Diagnostic } from '../domain/diagnostics.ts';
import { type RuleId, ruleId, rulePath } from '../domain/ids.ts';
import type { ParsedPack } from '../domain/parsed.ts';
import type { Catalog, Pack, ParsedRule, Rule } from '../domain/rule.ts';
import { findAlike } from './alike.ts';
import { arrangePack } from './arrange.ts';
import type { ArrangedPack } from './arranged.ts';
import { CHECKS } from './checks/list.ts';
import { declaredRelations } from './declared-relations.ts';
import { indexFiles } from './file-index.ts';
import { findIdentical, type PlacedRule } from './identical.ts';
import { packTitles } from './pack-titles.ts';
import { relate } from './related.ts';
import { prefixesOf } from './section-finder.ts';
import { gatherTags } from './tags.ts';
import { compareText } from './words.ts';

export interface CatalogOptions {
	/** False when only the checks are wanted: rules then have none alike or related. */
	readonly relate: boolean;
	/** Absolute path of a rule file → the day of its last change; files without one are absent. */
	readonly changed?: ReadonlyMap<string, string>;
}

/**
 * Joins parsed packs into the catalog and checks what only shows across files. Pure.
 * Of two rules with one id the first is in the catalog; the other is left out, and an error names both.
 */
export function buildCatalog(
	packs: readonly ParsedPack[],
	{ relate: isRelated, changed = new Map() }: CatalogOptions = { relate: true },
): {
	readonly catalog: Catalog;
	readonly diagnostics: readonly Diagnostic[];
} {
	const arranged = packs.toSorted((a, b) => compareText(a.folder.name, b.folder.name)).map(arrangePack);
	const identical = findIdentical(arranged);
	const filled = arranged.filter(({ rules }) => rules.length > 0);
	const titles = packTitles(filled.map(({ parsed }) => parsed));
	const relations = declaredRelations(arranged);
	const written = filled.flatMap((pack) => writeRules(pack, identical, changed));
	const rules = isRelated ? withRelations(written, relations.found) : written;
	const catalog: Catalog = {
		packs: filled.map((pack, index) => writePack(pack, titles[index] ?? pack.parsed.folder.name)),
		rules,
		tags: gatherTags(rules),
	};
	const knowledge = { packs: arranged, files: indexFiles(arranged), identical, relations };
	return { catalog, diagnostics: CHECKS.flatMap((check) => check(knowledge)).sort(compareDiagnostics) };
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
): readonly Rule[] {
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
		codes: frontmatter.codes.map(({ linter, code }) => ({ linter, code })),
		standards: frontmatter.standards.map(({ name }) => name),
		deprecated: null,
		changed: days.get(rule.file) ?? null,
	}));
}

function withRelations(rules: readonly Rule[], declared: ReadonlyMap<RuleId, readonly RuleId[]>): readonly Rule[] {
	const alike = findAlike(rules);
	const compared = rules.map((rule) => ({ ...rule, alike: alike.get(rule.id) ?? [] }));
	const related = relate(compared, declared);
	return compared.map((rule) => ({ ...rule, related: related.get(rule.id) ?? [] }));
}
