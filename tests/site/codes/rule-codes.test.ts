import { describe, expect, it } from 'vitest';
import type { LinterCode } from '../../../src/domain/linter.ts';
import type { Catalog, Rule } from '../../../src/domain/rule.ts';
import { equivalents, ruleLinters, ruleStandards } from '../../../src/site/codes/rule-codes.ts';
import { SAMPLE_CATALOG } from '../../sample-catalog.ts';

/** A catalog whose rules name these codes, each its own list. */
function catalogOf(...lists: readonly (readonly string[])[]): Catalog {
	const rules = lists.map((texts, place) => ({ ...ruleAt(place), codes: texts.map(codeOf), standards: [] }));
	return { ...SAMPLE_CATALOG, rules };
}

function ruleAt(place: number, { rules }: Catalog = SAMPLE_CATALOG): Rule {
	const rule = rules[place];
	if (rule === undefined) throw new Error(`no rule at ${place}`);
	return rule;
}

function codeOf(text: string): LinterCode {
	const space = text.indexOf(' ');
	return { linter: text.slice(0, space), code: text.slice(space + 1) };
}

describe('the codes of a rule', () => {
	it('stand by linter, each with its place on the page', () => {
		const catalog = catalogOf(['eslint no-eval', 'ruff S307', 'eslint eslint.rules.no-with']);
		const linters = ruleLinters(ruleAt(0, catalog), catalog);
		expect(
			linters.map(({ title, path, codes }) => [title, path, codes.map(({ code, anchor }) => [code, anchor])]),
		).toEqual([
			[
				'ESLint',
				'/d/eslint/',
				[
					['no-eval', 'code:1'],
					['no-with', 'code:3'],
				],
			],
			['Ruff', '/d/ruff/', [['S307', 'code:2']]],
		]);
	});

	it('say what silences them and what switches them on', () => {
		const catalog = catalogOf(['eslint no-eval']);
		const [code] = ruleLinters(ruleAt(0, catalog), catalog)[0]?.codes ?? [];
		expect(code?.page).toBe('https://eslint.org/docs/latest/rules/no-eval');
		expect(code?.snippets.map(({ label, code: text }) => [label, text])).toEqual([
			['Silence it for the next line', '// eslint-disable-next-line no-eval -- reason'],
			['Silence it for the whole file', '/* eslint-disable no-eval -- reason */'],
			['Switch it on in eslint.config.js', "'no-eval': 'error',"],
		]);
	});

	it('lead to the list of all rules of a code when there are several', () => {
		const catalog = catalogOf(['eslint no-eval'], ['eslint no-eval', 'eslint no-with']);
		const codes = ruleLinters(ruleAt(1, catalog), catalog)[0]?.codes ?? [];
		expect(codes.map(({ path, rules }) => [path, rules])).toEqual([
			['/d/eslint/no-eval/', 2],
			['/d/eslint/no-with/', 1],
		]);
	});

	it('of a linter that is not known have only their name', () => {
		const catalog = catalogOf(['own-lint own/x']);
		expect(ruleLinters(ruleAt(0, catalog), catalog)).toEqual([
			{
				title: 'own-lint',
				path: '/d/own-lint/',
				codes: [{ code: 'own/x', anchor: 'code:1', path: '/d/own-lint/own/x/', rules: 1, page: null, snippets: [] }],
			},
		]);
	});
});

describe('equivalents', () => {
	it('are the other names of the codes, each with its page, without those that the rule names itself', () => {
		const catalog = catalogOf(['flake8 S307', 'bandit B307', 'eslint no-eval']);
		const found = equivalents(ruleAt(0, catalog), catalog);
		expect(found.map(({ title, codes }) => [title, codes.map(({ code, path }) => [code, path])])).toEqual([
			['Ruff', [['S307', '/d/ruff/S307/']]],
			['Oxlint', [['eslint(no-eval)', '/d/oxlint/eslint(no-eval)/']]],
		]);
	});

	it('are none for codes that no other linter knows', () => {
		const catalog = catalogOf(['cppcheck zerodiv', 'own-lint x']);
		expect(equivalents(ruleAt(0, catalog), catalog)).toEqual([]);
	});
});

describe('the standards of a rule', () => {
	it('lead to their rules and to their own page', () => {
		expect(ruleStandards({ ...ruleAt(0), standards: ['CWE-95', 'CERT-DCL37-C', 'House rule 7'] })).toEqual([
			{ name: 'CWE-95', path: '/d/cwe/95/', page: 'https://cwe.mitre.org/data/definitions/95.html' },
			{ name: 'CERT-DCL37-C', path: '/d/cert/dcl37-c/', page: null },
			{ name: 'House rule 7', path: null, page: null },
		]);
	});
});
