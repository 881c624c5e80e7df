import { IMPACTS } from '../../domain/impact.ts';
import { tagKey, tagSlug } from '../../domain/tags.ts';
import { impactKey, impactName } from '../html/impact.ts';
import type { PerFacet } from './facets.ts';
import { column, columnOfHolders, type FacetColumn, singleColumn } from './filter.ts';
import { defaultOrder, type RuleFile } from './rule-file.ts';

/** A value of a facet: `key` stands in the URL, `label` on the page. */
export interface FacetValue {
	readonly key: string;
	readonly label: string;
}

/** All rules, as the browser filters and shows them. Rules are named by their place in the catalog. */
export interface RuleIndex {
	readonly count: number;
	/** Taken out of the file's text when asked for: a list shows fifty of fifty thousand. */
	readonly titleOf: (rule: number) => string;
	readonly stemOf: (rule: number) => string;
	readonly values: PerFacet<readonly FacetValue[]>;
	readonly columns: PerFacet<FacetColumn>;
	/** The pack of each section, as places among the values of those facets. */
	readonly packOfSection: Uint32Array;
	readonly order: Uint32Array;
	/** Rules that no longer hold. */
	readonly deprecated: ReadonlySet<number>;
}

/** Unpacks the file. */
export function readRuleFile(file: RuleFile): RuleIndex {
	const packs = file.packs.map(fields);
	const sections = file.sections.map(([pack, text]) => [pack, ...fields(text)] as const);
	const sectionOf = sectionOfEachRule(file);
	const packOfSection = Uint32Array.from(sections, ([pack]) => pack);
	const field = (rule: number, place: 0 | 1): string => fields(file.rules[rule] ?? '')[place];
	const tiers = [...IMPACTS, null];
	return {
		count: file.rules.length,
		titleOf: (rule) => field(rule, 0),
		stemOf: (rule) => field(rule, 1),
		values: {
			impact: tiers.map((impact) => ({ key: impactKey(impact), label: impactName(impact) })),
			tag: file.tags.map((name, i) => ({ key: file.slugs[i] ?? tagSlug(tagKey(name)), label: name })),
			pack: packs.map(([name, title]) => ({ key: name, label: title })),
			section: sections.map(([pack, slug, title]) => ({ key: `${packs[pack]?.[0] ?? ''}/${slug}`, label: title })),
			language: file.languages.map((name) => ({ key: name, label: name })),
			linter: file.linters.map(([text]) => linterValue(text)),
		},
		columns: {
			impact: singleColumn(tiers.length, Uint32Array.from(file.impacts, Number)),
			tag: column(file.tags.length, file.ruleTags),
			pack: singleColumn(
				packs.length,
				sectionOf.map((section) => packOfSection[section] ?? 0),
			),
			section: singleColumn(sections.length, sectionOf),
			language: column(
				file.languages.length,
				file.ruleLanguages.map((set) => file.languageSets[set] ?? []),
			),
			linter: columnOfHolders(
				file.linters.map(([, holders]) => holders),
				file.rules.length,
			),
		},
		packOfSection,
		order: defaultOrder(file),
		deprecated: new Set(file.deprecated),
	};
}

function sectionOfEachRule({ runs, rules }: RuleFile): Uint32Array {
	const sections = new Uint32Array(rules.length);
	let start = 0;
	for (const [section, length] of runs) {
		sections.fill(section, start, start + length);
		start += length;
	}
	return sections;
}

function linterValue(text: string): FacetValue {
	const [key, label] = fields(text);
	return { key, label };
}

function fields(line: string): [string, string] {
	const [first = '', second = ''] = line.split('\t');
	return [first, second];
}
