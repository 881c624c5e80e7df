import { describe, expect, expectTypeOf, test } from 'vitest';
import { codePath } from '../../../src/domain/ids.ts';
import { CatalogError, codeUrl, readCatalog, ruleUrl } from '../../../src/link/index.ts';
import { catalogOf, pageOf, SITE } from './catalog.ts';

describe('ruleUrl', () => {
	const catalog = catalogOf({
		'js/no-dynamic-eval': { eslint: ['no-eval', '@typescript-eslint/no-implied-eval'] },
		'js/name-things': { eslint: ['camelcase'] },
		'js/name-types': { eslint: ['camelcase'] },
	});

	test.each([
		['the code', 'eslint', 'no-eval', pageOf('js/no-dynamic-eval')],
		['a code with a scope', 'eslint', '@typescript-eslint/no-implied-eval', pageOf('js/no-dynamic-eval')],
		['another spelling of a report', 'ESLint', 'eslint.rules.no-eval', pageOf('js/no-dynamic-eval')],
		['a code of several rules: their list', 'eslint', 'camelcase', `${SITE}d/eslint/camelcase/`],
		['a code without a rule', 'eslint', 'no-var', null],
		['a linter that is not known', 'acme-lint', 'no-eval', null],
	])('%s', (_name, linter, code, url) => {
		expect(ruleUrl(catalog, linter, code)).toBe(url);
	});
});

describe('codeUrl', () => {
	test.each([
		['https://rules.example.org', 'https://rules.example.org/d/eslint/no-eval/'],
		['https://rules.example.org/', 'https://rules.example.org/d/eslint/no-eval/'],
		['https://rules.example.org/docs', 'https://rules.example.org/docs/d/eslint/no-eval/'],
		['http://127.0.0.1:4321/docs/', 'http://127.0.0.1:4321/docs/d/eslint/no-eval/'],
		['https://rules.example.org/docs/?a#b', 'https://rules.example.org/docs/d/eslint/no-eval/'],
	])('below %s', (base, url) => {
		expect(codeUrl(base, 'eslint', 'no-eval')).toBe(url);
	});

	test.each(['no-eval', '@typescript-eslint/no-explicit-any', 'a b', 'what?', 'c#', '100%', 'größe', "it's", 'a|b'])(
		'%j has the same address as in a catalog',
		(code) => {
			const twice = catalogOf({ 'a/one': { eslint: [code] }, 'a/two': { eslint: [code] } });
			expect(codeUrl(SITE, 'eslint', code)).toBe(ruleUrl(twice, 'eslint', code));
			expect(codeUrl(SITE, 'eslint', code)).toBe(SITE.slice(0, -1) + codePath('eslint', code));
		},
	);

	test('uses the spelling of the linter', () => {
		expect(codeUrl(SITE, 'ESLint', 'eslint.rules.no-eval')).toBe(`${SITE}d/eslint/no-eval/`);
	});

	test.each(['', '/docs/', 'rules.example.org', 'file:///tmp/', 'javascript:alert(1)'])('%j is no site', (base) => {
		expect(() => codeUrl(base, 'eslint', 'no-eval')).toThrow(
			`"${base}" is not the address of a site. Write it whole, such as https://rules.example.org/.`,
		);
	});
});

describe('readCatalog', () => {
	const file = { version: 1, name: 'X', url: SITE, rules: [] };

	test('takes the text or the value of a rules.json', () => {
		expect(readCatalog(JSON.stringify(file)).url).toBe(SITE);
		expect(readCatalog(file).url).toBe(SITE);
	});

	test.each([
		['no JSON', '<html>', /^team\.json: not JSON/],
		[
			'a newer version',
			{ ...file, version: 2 },
			/^team\.json: version 2 is newer than this program \(1\)\. Update it\.$/,
		],
		['addresses that are not whole', { ...file, url: '/docs/' }, /^Links for linters must be absolute/],
	])('refuses %s', (_name, rules, message) => {
		expect(() => readCatalog(rules, 'team.json')).toThrow(CatalogError);
		expect(() => readCatalog(rules, 'team.json')).toThrow(message);
	});
});

test('types', () => {
	expectTypeOf(ruleUrl).returns.toEqualTypeOf<string | null>();
	expectTypeOf(codeUrl).returns.toEqualTypeOf<string>();
});
