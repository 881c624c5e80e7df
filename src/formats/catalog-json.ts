import type { Config } from '../domain/config.ts';
import type { LinterCode } from '../domain/linter.ts';
import { canonicalCode } from '../domain/linters.ts';
import type { Catalog, Example, Rule } from '../domain/rule.ts';
import type { CatalogFile, CatalogRule } from '../schema/catalog.ts';
import { CATALOG_SCHEMA_PATH } from '../schema/paths.ts';
import type { Whereabouts } from './addresses.ts';
import { address } from './addresses.ts';

/**
 * The text of `/rules.json`: every rule, sorted by id in code-unit order, without a timestamp.
 * The same catalog gives the same bytes. A pack and a rule have a line each, so that a comparison of two files names the
 * rules that differ, and no byte goes to indentation.
 */
export function catalogJson(catalog: Catalog, config: Whereabouts & Pick<Config, 'title'>): string {
	const head: Omit<CatalogFile, 'rules'> = {
		$schema: address(config, CATALOG_SCHEMA_PATH),
		version: 1,
		name: config.title,
		url: address(config, '/'),
		packs: catalog.packs.map(({ name, title }) => ({ name, title })).sort((a, b) => compare(a.name, b.name)),
	};
	// Each rule becomes text at once: as objects, fifty thousand of them would take hundreds of megabytes beside it.
	const rules = catalog.rules
		.toSorted((a, b) => compare(a.id, b.id))
		.map((rule) => JSON.stringify(catalogRule(rule, config)));
	const fields = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}:${fieldText(value)}`);
	return `{\n${[...fields, `"rules":${listText(rules)}`].join(',\n')}\n}\n`;
}

function fieldText(value: CatalogFile[keyof CatalogFile]): string {
	return typeof value === 'object' ? listText(value.map((item) => JSON.stringify(item))) : JSON.stringify(value);
}

function listText(items: readonly string[]): string {
	return `[\n${items.join(',\n')}\n]`;
}

function catalogRule(rule: Rule, where: Whereabouts): CatalogRule {
	return {
		id: rule.id,
		pack: rule.pack,
		section: rule.section,
		title: rule.title,
		url: address(where, rule.path),
		source: rule.source,
		impact: rule.impact,
		impactDescription: rule.impactDescription,
		tags: rule.tags,
		summary: rule.summary,
		examples: rule.examples.map(catalogExample),
		aliases: rule.aliases,
		linters: codesByLinter(rule.codes),
		standards: rule.standards,
		related: rule.related,
		conflicts: rule.conflicts,
		deprecated:
			rule.deprecated === null ? null : { message: rule.deprecated.message, replacedBy: rule.deprecated.replacedBy },
	};
}

function catalogExample({ kind, reason, language, place }: Example): CatalogRule['examples'][number] {
	return { kind, reason, language, place: { line: place.line, column: place.column } };
}

/** Both in code-unit order; a code that two spellings name stands once. */
function codesByLinter(codes: readonly LinterCode[]): Readonly<Record<string, readonly string[]>> {
	const groups = Map.groupBy(codes.map(canonicalCode), ({ linter }) => linter);
	const entries = [...groups].map(
		([linter, own]) => [linter, [...new Set(own.map(({ code }) => code))].sort()] as const,
	);
	return Object.fromEntries(entries.sort(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
