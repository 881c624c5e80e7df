import type { ReportingDescriptorRelationship, ToolComponent } from 'sarif';
import { codePath, linterPath } from '../domain/ids.ts';
import { canonicalCode, findLinter } from '../domain/linters.ts';
import type { Rule } from '../domain/rule.ts';
import { parseStandard, standardPath } from '../domain/standards.ts';

/** What the rules of a run are related to: a taxonomy for each linter and each family of standards. */
export interface Taxonomies {
	readonly components: readonly ToolComponent[];
	readonly relationshipsOf: (rule: Rule) => readonly ReportingDescriptorRelationship[];
}

/** An entry of a taxonomy, and how a rule is related to it. */
interface Taxon {
	readonly taxonomy: string;
	readonly title: string;
	/** Site path of the taxonomy's own page; null when it has none. */
	readonly home: string | null;
	readonly id: string;
	readonly page: string;
	readonly kind: 'superset' | 'relevant';
}

/** Gathers what rules are related to. `urlOf` gives whole addresses. */
export function taxonomiesOf(rules: readonly Rule[], urlOf: (path: string) => string): Taxonomies {
	const groups = Map.groupBy(
		rules.flatMap((rule) => taxaOf(rule, urlOf)),
		({ taxonomy }) => taxonomy,
	);
	const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
	const places = new Map<string, number>();
	const components = sorted.map(([name, taxa], index): ToolComponent => {
		places.set(name, index);
		const [first] = taxa;
		const unique = [...new Map(taxa.map((taxon) => [taxon.id, taxon])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
		for (const [place, { id }] of unique.entries()) places.set(key(name, id), place);
		return {
			name,
			...(first !== undefined && { fullName: first.title }),
			...(first !== undefined && first.home !== null && { informationUri: urlOf(first.home) }),
			taxa: unique.map(({ id, page }) => ({ id, helpUri: page })),
		};
	});
	const relationshipsOf = (rule: Rule): readonly ReportingDescriptorRelationship[] => {
		const unique = new Map(taxaOf(rule, urlOf).map((taxon) => [key(taxon.taxonomy, taxon.id), taxon]));
		return [...unique].map(([place, { taxonomy, id, kind }]) => ({
			target: {
				id,
				index: places.get(place) ?? -1,
				toolComponent: { name: taxonomy, index: places.get(taxonomy) ?? -1 },
			},
			kinds: [kind],
		}));
	};
	return { components, relationshipsOf };
}

function taxaOf(rule: Rule, urlOf: (path: string) => string): readonly Taxon[] {
	const standards = rule.standards.flatMap((written): readonly Taxon[] => {
		const standard = parseStandard(written);
		if (standard === null) return [];
		const { family, name } = standard;
		const taxonomy = family.toUpperCase();
		// A weakness of CWE is one way to break the rule; of other standards it is only known that the rule serves them.
		const kind = family === 'cwe' ? 'superset' : 'relevant';
		return [{ taxonomy, title: taxonomy, home: null, id: name, page: urlOf(standardPath(standard)), kind }];
	});
	const codes = rule.codes.map(canonicalCode).map(({ linter, code }): Taxon => {
		const known = findLinter(linter);
		const page = known?.page(code) ?? null;
		return {
			taxonomy: linter,
			title: known?.title ?? linter,
			home: linterPath(linter),
			id: code,
			page: page !== null && URL.canParse(page) ? new URL(page).href : urlOf(codePath(linter, code)),
			kind: 'relevant',
		};
	});
	return [...standards, ...codes];
}

function key(taxonomy: string, id: string): string {
	return `${taxonomy}\n${id}`;
}
