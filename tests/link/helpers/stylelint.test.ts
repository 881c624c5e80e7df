import stylelint from 'stylelint';
import { describe, expect, test } from 'vitest';
import { stylelintLinks, withStylelintLinks } from '../../../src/link/index.ts';
import { catalogOf, pageOf } from './catalog.ts';

const catalog = catalogOf({
	'css/known-properties': { stylelint: ['property-no-unknown'] },
	'css/colours': { stylelint: ['color-named', 'color-hex-length'] },
	'css/units': { stylelint: ['unit-allowed-list', 'declaration-property-unit-allowed-list'] },
	'js/no-dynamic-eval': { eslint: ['no-eval'] },
});
const [properties, colours, units] = [pageOf('css/known-properties'), pageOf('css/colours'), pageOf('css/units')];

test('stylelintLinks: every stylelint rule of the catalog with its address', () => {
	expect(stylelintLinks(catalog)).toEqual({
		'property-no-unknown': properties,
		'color-named': colours,
		'color-hex-length': colours,
		'unit-allowed-list': units,
		'declaration-property-unit-allowed-list': units,
	});
});

describe('withStylelintLinks', () => {
	test.each([
		['property-no-unknown', true, [true, { url: properties }]],
		['property-no-unknown', [true], [true, { url: properties }]],
		['property-no-unknown', [true, { severity: 'warning' }], [true, { severity: 'warning', url: properties }]],
		['property-no-unknown', [true, { url: 'https://own.example/' }], [true, { url: 'https://own.example/' }]],
		['property-no-unknown', null, null],
		['property-no-unknown', [null], [null]],
		['color-hex-length', 'short', ['short', { url: colours }]],
		['unit-allowed-list', 'px', ['px', { url: units }]],
		['unit-allowed-list', ['px'], [['px'], { url: units }]],
		['unit-allowed-list', ['px', 'em'], [['px', 'em'], { url: units }]],
		['unit-allowed-list', [['px', 'em']], [['px', 'em'], { url: units }]],
		['unit-allowed-list', [['px'], { ignore: ['em'] }], [['px'], { ignore: ['em'], url: units }]],
		['declaration-property-unit-allowed-list', [{ top: ['px'] }], [{ top: ['px'] }, { url: units }]],
		[
			'declaration-property-unit-allowed-list',
			[{ top: ['px'] }, { severity: 'warning' }],
			[{ top: ['px'] }, { severity: 'warning', url: units }],
		],
		['block-no-empty', true, true],
	])('%s: %j', (name, setting, expected) => {
		expect(withStylelintLinks({ rules: { [name]: setting } }, catalog)).toEqual({ rules: { [name]: expected } });
	});

	test('keeps the rest of a config, reaches into its overrides and leaves the original as it is', () => {
		const config = Object.freeze({
			extends: ['x'],
			rules: Object.freeze({ 'color-named': 'never' }),
			overrides: [{ files: ['*.scss'], rules: { 'property-no-unknown': true } }],
		});
		expect(withStylelintLinks(config, catalog)).toEqual({
			extends: ['x'],
			rules: { 'color-named': ['never', { url: colours }] },
			overrides: [{ files: ['*.scss'], rules: { 'property-no-unknown': [true, { url: properties }] } }],
		});
	});

	test('a rule whose option may be a list says so in its name', async () => {
		const rules = await Promise.all(
			Object.entries(stylelint.rules).map(async ([name, rule]) => [name, await rule] as const),
		);
		const lists = rules.filter(([, rule]) => rule.primaryOptionArray).map(([name]) => name);
		expect(lists).not.toEqual([]);
		expect(lists.filter((name) => !name.endsWith('-list'))).toEqual([]);
	});

	test('stylelint prints the address', async () => {
		const config = withStylelintLinks({ rules: { 'property-no-unknown': true, 'unit-allowed-list': ['em'] } }, catalog);
		const { results } = await stylelint.lint({ code: 'a { colr: red; top: 1px; }', config });
		const warnings = results[0]?.warnings as readonly { rule: string; url?: string }[];
		expect(warnings.map(({ rule, url }) => [rule, url])).toEqual([
			['property-no-unknown', properties],
			['unit-allowed-list', units],
		]);
	});
});
