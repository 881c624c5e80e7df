import { describe, expect, it } from 'vitest';
import { IMPACTS } from '../../src/domain/impact.ts';
import type { Catalog } from '../../src/domain/rule.ts';
import { tagKey } from '../../src/domain/tags.ts';
import type { FacetName } from '../../src/site/client/facets.ts';
import { SUMMARIES_PER_FILE } from '../../src/site/client/rule-file.ts';
import { type RuleIndex, readRuleFile } from '../../src/site/client/rule-index.ts';
import { indexVersion, ruleFile, summaryFiles, summaryOf } from '../../src/site/search/rule-index.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';

const index = readRuleFile(JSON.parse(JSON.stringify(ruleFile(SAMPLE_CATALOG))));

function valuesOf(of: RuleIndex, facet: FacetName, rule: number): string[] {
	const { offsets, items } = of.columns[facet];
	return [...items.slice(offsets[rule], offsets[rule + 1])].map((place) => of.values[facet][place]?.key ?? '?');
}

describe('the rule index', () => {
	it('gives back every rule with its values', () => {
		expect(index.count).toBe(SAMPLE_CATALOG.rules.length);
		for (const [place, rule] of SAMPLE_CATALOG.rules.entries()) {
			const slugs = SAMPLE_CATALOG.tags.filter((tag) => rule.tags.map(tagKey).includes(tag.key)).map((tag) => tag.slug);
			expect(index.titleOf(place)).toBe(rule.title);
			expect(index.stemOf(place)).toBe(rule.stem);
			expect(valuesOf(index, 'impact', place)).toEqual([rule.impact?.toLowerCase() ?? 'none']);
			expect(valuesOf(index, 'pack', place)).toEqual([rule.pack]);
			expect(valuesOf(index, 'section', place)).toEqual([`${rule.pack}/${rule.section}`]);
			expect(valuesOf(index, 'tag', place).toSorted()).toEqual(slugs.toSorted());
			expect(valuesOf(index, 'language', place).toSorted()).toEqual(rule.languages.toSorted());
			expect(valuesOf(index, 'linter', place).toSorted()).toEqual(rule.codes.map(({ linter }) => linter).toSorted());
		}
	});

	it('orders by severity, equals as in the catalog', () => {
		const tiers = [...index.order].map((rule) => index.columns.impact.items[rule] ?? -1);
		expect(tiers).toEqual(tiers.toSorted((a, b) => a - b));
		expect(tiers.at(-1)).toBe(IMPACTS.length);
	});

	it('puts rules that no longer hold last, and says so', () => {
		const [first, ...others] = SAMPLE_CATALOG.rules;
		if (first === undefined) throw new Error('no rules');
		const catalog = {
			...SAMPLE_CATALOG,
			rules: [{ ...first, deprecated: { message: null, replacedBy: [] } }, ...others],
		};
		const read = readRuleFile(ruleFile(catalog));
		expect([...read.deprecated]).toEqual([0]);
		expect(read.order.at(-1)).toBe(0);
		expect(summaryFiles(catalog).flat().at(-1)).toBe(summaryOf(first));
	});

	it('keeps the slug of a tag that does not follow from its name', () => {
		const [first, ...others] = SAMPLE_CATALOG.tags;
		expect(first).toBeDefined();
		const tags = first === undefined ? [] : [{ ...first, slug: 'renamed' }, ...others];
		const read = readRuleFile(ruleFile({ ...SAMPLE_CATALOG, tags }));
		expect(read.values.tag.map(({ key }) => key)).toContain('renamed');
	});

	it('survives tabs and line ends in titles', () => {
		const rules = SAMPLE_CATALOG.rules.map((rule) => ({ ...rule, title: 'a\tb\nc' }));
		const read = readRuleFile(ruleFile({ ...SAMPLE_CATALOG, rules }));
		expect(read.titleOf(0)).toBe('a b c');
		expect(rules.map((_, rule) => read.stemOf(rule))).toEqual(rules.map(({ stem }) => stem));
	});
});

describe('summaryFiles', () => {
	it('holds the summaries in the default order', () => {
		const byRank = [...index.order].flatMap((place) => SAMPLE_CATALOG.rules[place] ?? []).map(summaryOf);
		expect(summaryFiles(SAMPLE_CATALOG).flat()).toEqual(byRank);
	});

	it('cuts a long list into files of one size', () => {
		const [rule] = SAMPLE_CATALOG.rules;
		const rules = rule === undefined ? [] : Array.from({ length: SUMMARIES_PER_FILE + 1 }, () => rule);
		expect(summaryFiles({ ...SAMPLE_CATALOG, rules }).map((file) => file.length)).toEqual([SUMMARIES_PER_FILE, 1]);
	});
});

describe('indexVersion', () => {
	const changed = (change: (catalog: Catalog) => Catalog): boolean =>
		indexVersion(change(SAMPLE_CATALOG)) !== indexVersion(SAMPLE_CATALOG);

	it('stays for the same catalog and changes with a rule and with a pack', () => {
		expect(changed((catalog) => structuredClone(catalog))).toBe(false);
		expect(changed((catalog) => ({ ...catalog, rules: catalog.rules.slice(1) }))).toBe(true);
		expect(
			changed((catalog) => ({
				...catalog,
				packs: catalog.packs.map((pack) => ({ ...pack, title: `${pack.title}!` })),
			})),
		).toBe(true);
	});
});
