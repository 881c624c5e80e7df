import { expect, test } from 'vitest';
import type { Catalog } from '../../src/domain/rule.ts';
import { catalogJson } from '../../src/formats/catalog-json.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';

const CONFIG = { title: 'Our rules', site: null, base: '/' };
const catalog: Catalog = SAMPLE_CATALOG;

test('every rule with exactly the fields of version 1', () => {
	const file = JSON.parse(catalogJson(catalog, CONFIG));
	expect(Object.keys(file)).toEqual(['version', 'name', 'url', 'rules']);
	expect(file).toMatchObject({ version: 1, name: 'Our rules', url: '/' });
	expect(file.rules).toHaveLength(catalog.rules.length);
	for (const rule of file.rules) {
		expect(Object.keys(rule).join(' ')).toBe(
			'id pack section title url source impact impactDescription tags summary examples',
		);
		for (const example of rule.examples) expect(Object.keys(example)).toEqual(['kind', 'reason', 'language', 'place']);
	}
});

test('rules stand in code-unit order of their ids, whatever the order of the catalog', () => {
	const turned = { ...catalog, rules: catalog.rules.toReversed() };
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
	for (const rule of file.rules) expect(rule.url).toMatch(new RegExp(`^${start}rules/[^/]+/[^/]+/$`));
});

test('ends with a line end and holds no carriage return', () => {
	expect(catalogJson(catalog, CONFIG)).toMatch(/^[^\r]*\}\n$/);
});
