import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalog, Rule } from '../../src/domain/rule.ts';
import { catalogJson } from '../../src/formats/catalog-json.ts';
import { parseCatalog } from '../../src/link/published.ts';
import { CATALOG_SCHEMA_PATH } from '../../src/schema/paths.ts';
import { anyCatalog } from '../any-catalog.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';
import { validatorOf } from '../schema/validator.ts';

const CONFIG = { title: 'Our rules', site: null, base: '/' };
const catalog: Catalog = SAMPLE_CATALOG;
const faults = validatorOf(CATALOG_SCHEMA_PATH);

const RULE_FIELDS =
	'id pack section title url source impact impactDescription tags summary examples ' +
	'aliases linters standards related conflicts deprecated';

test('every rule with exactly the fields of version 1', () => {
	const file = JSON.parse(catalogJson(catalog, CONFIG));
	expect(Object.keys(file)).toEqual(['$schema', 'version', 'name', 'url', 'packs', 'rules']);
	expect(file).toMatchObject({ version: 1, name: 'Our rules', url: '/' });
	expect(file.packs).toContainEqual({ name: 'nginx-c', title: 'nginx C modules' });
	expect(file.rules).toHaveLength(catalog.rules.length);
	for (const rule of file.rules) {
		expect(Object.keys(rule).join(' ')).toBe(RULE_FIELDS);
		for (const example of rule.examples) expect(Object.keys(example)).toEqual(['kind', 'reason', 'language', 'place']);
	}
});

test('what a rule says of linters and other rules', () => {
	const said = {
		aliases: ['nginx-c/old-name'],
		standards: ['CWE-95'],
		related: ['web-basics/use-main'],
		conflicts: ['web-basics/no-tier'],
		deprecated: { message: 'The library is gone.', replacedBy: ['web-basics/use-main'] },
	} satisfies Partial<Rule>;
	const codes = [
		{ linter: 'ruff', code: 'S307' },
		{ linter: 'eslint', code: 'no-new-func' },
		{ linter: 'eslint', code: 'eslint.rules.no-eval' },
		{ linter: 'eslint', code: 'no-eval' },
	];
	const rules = catalog.rules.map((rule, index) => (index === 0 ? { ...rule, ...said, codes } : rule));
	const file = JSON.parse(catalogJson({ ...catalog, rules }, CONFIG));
	const rule = file.rules.find(({ id }: { id: string }) => id === rules[0]?.id);
	expect(rule).toMatchObject({ ...said, linters: { eslint: ['no-eval', 'no-new-func'], ruff: ['S307'] } });
	expect(Object.keys(rule.linters)).toEqual(['eslint', 'ruff']);
	expect(file.rules.find(({ id }: { id: string }) => id === rules[1]?.id)).toMatchObject({
		linters: {},
		deprecated: null,
	});
});

test('rules stand in code-unit order of their ids, whatever the order of the catalog', () => {
	const turned = { ...catalog, packs: catalog.packs.toReversed(), rules: catalog.rules.toReversed() };
	const ids = JSON.parse(catalogJson(turned, CONFIG)).rules.map((rule: { id: string }) => rule.id);
	expect(ids).toEqual(ids.toSorted());
	expect(catalogJson(turned, CONFIG)).toBe(catalogJson(catalog, CONFIG));
});

test.each([
	[null, '/', '/'],
	[null, '/docs/', '/docs/'],
	['https://rules.example.org', '/', 'https://rules.example.org/'],
	['https://rules.example.org', '/docs/', 'https://rules.example.org/docs/'],
])('site %s and base %s: addresses begin with %s', (site, base, start) => {
	const file = JSON.parse(catalogJson(catalog, { ...CONFIG, site, base }));
	expect(file.url).toBe(start);
	expect(file.$schema).toBe(`${start}schema/catalog-v1.schema.json`);
	for (const rule of file.rules) expect(rule.url).toMatch(new RegExp(`^${start}rules/[^/]+/[^/]+/$`));
});

test('ends with a line end and holds no carriage return', () => {
	expect(catalogJson(catalog, CONFIG)).toMatch(/^[^\r]*\}\n$/);
});

test('a line for each rule and each pack, and no indentation', () => {
	const lines = catalogJson(catalog, CONFIG).split('\n');
	const { packs, rules } = JSON.parse(lines.join('\n'));
	for (const item of [...packs, ...rules]) {
		const text = JSON.stringify(item);
		expect(lines.filter((line) => line === text || line === `${text},`)).toHaveLength(1);
	}
	expect(lines.filter((line) => /^\s/.test(line))).toEqual([]);
	expect(lines).toHaveLength(packs.length + rules.length + 11);
});

describe('the published schema', () => {
	test('takes any catalog, with and without the address of the site', () => {
		fc.assert(
			fc.property(anyCatalog, fc.constantFrom(null, 'https://rules.example.org'), (any, site) => {
				expect(faults(JSON.parse(catalogJson(any, { ...CONFIG, site })))).toEqual([]);
			}),
		);
	});

	test.each<[string, (file: Record<string, unknown>) => unknown]>([
		['another version', (file) => ({ ...file, version: 2 })],
		['no rules', ({ rules: _, ...file }) => file],
		['a rule without an address', (file) => ({ ...file, rules: [{ id: 'a/b' }] })],
	])('refuses %s', (_, change) => {
		expect(faults(change(JSON.parse(catalogJson(catalog, CONFIG))))).not.toEqual([]);
	});

	test('takes fields that a later program may add', () => {
		const file = JSON.parse(catalogJson(catalog, CONFIG));
		expect(faults({ ...file, later: 1, rules: [{ ...file.rules[0], later: 1 }] })).toEqual([]);
	});
});

test('the reader of catalogs reads back what was written', () => {
	fc.assert(
		fc.property(anyCatalog, (any) => {
			const text = catalogJson(any, CONFIG);
			const read = parseCatalog(text, 'rules.json').rules;
			expect(JSON.parse(text).rules).toMatchObject(read);
		}),
	);
});
