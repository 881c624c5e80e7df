import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexCodes } from '../../src/domain/code-index.ts';
import type { LinterCode } from '../../src/domain/linter.ts';
import { canonicalCode, codeKey, findLinter, isRule, LINTER_NAMES, sameCodes } from '../../src/domain/linters.ts';
import { SPELLINGS } from './spellings.ts';

const rows = SPELLINGS.map(([linter, canonical, ...others]) => ({ linter, canonical, others }));

describe('what stands where a code stands', () => {
	test.each([
		['biome', 'parse'],
		['biome', 'configuration'],
		['ruff', 'invalid-syntax'],
		['ruff', 'ruff (invalid-syntax)'],
		['oxlint', 'OXL0001'],
		['oxlint', 'oxlint'],
		['stylelint', 'CssSyntaxError'],
		['clang', '5394'],
		['cppcheck', 'checkersReport'],
		['golangci-lint', 'typecheck'],
	])('is no rule: %s %s', (linter, code) => {
		expect(isRule({ linter, code })).toBe(false);
	});

	test('is a rule otherwise, and of linters that are not known', () => {
		for (const { linter, canonical } of rows.filter(({ canonical: code }) => code !== 'OXL0001')) {
			expect(isRule({ linter, code: canonical })).toBe(true);
		}
		expect(isRule({ linter: 'house-style', code: 'parse' })).toBe(true);
	});
});

describe('spellings', () => {
	test('every linter of the table has a row, and every row a linter', () => {
		expect([...new Set(rows.map(({ linter }) => linter))].sort()).toEqual(LINTER_NAMES);
	});

	test.each(rows)('$linter writes $canonical', ({ linter, canonical, others }) => {
		for (const code of [canonical, ...others]) {
			expect(canonicalCode({ linter, code })).toEqual({ linter, code: canonical });
		}
	});

	test.each([
		['clang', 'core.DivideZero', 'clang-analyzer', 'core.DivideZero'],
		['rustc', 'clippy::needless_return', 'clippy', 'needless_return'],
		['rustc', 'clippy::needless-return', 'clippy', 'needless_return'],
	])('%s passes on %s', (linter, code, owner, own) => {
		expect(canonicalCode({ linter, code })).toEqual({ linter: owner, code: own });
	});

	test.each([
		['ESLint', 'eslint'],
		[' clang-tidy ', 'clang-tidy'],
		['tsc', 'typescript'],
		['ShellCheck', 'shellcheck'],
		['Semgrep OSS', 'semgrep'],
		['PHP_CodeSniffer', 'phpcs'],
		['checkstyle', 'checkstyle-java'],
	])('a report calls it %s', (reported, name) => {
		expect(findLinter(reported)?.name).toBe(name);
	});

	test('of an unknown linter, a code stays as it is', () => {
		expect(canonicalCode({ linter: ' Own-Lint ', code: ' eslint.rules.A(b) ' })).toEqual({
			linter: 'own-lint',
			code: 'eslint.rules.A(b)',
		});
	});

	test('names of linters are taken once', () => {
		const names = LINTER_NAMES.flatMap((name) => [name, ...(findLinter(name)?.reportNames ?? [])]);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
		expect(names).toEqual(names.map((name) => name.toLowerCase()));
	});
});

/** What codes are made of, and what hostile reports put there. */
const pieces = fc.constantFrom(
	...[
		'no-eval',
		'S307',
		'2086',
		'SC',
		'clippy::',
		'eslint.rules.',
		'-W',
		'-Werror,',
		'-warnings-as-errors',
		'org.biome.',
	],
	...[
		'(',
		')',
		'[',
		']',
		'/',
		'.',
		',',
		' ',
		'@a',
		'lint',
		'react',
		'G101',
		'MD013',
		'C0114',
		'Check',
		':',
		'"',
		'\n',
		'é',
	],
);
const anyText = fc.oneof(
	fc.string(),
	fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
);
const realCode = fc.constantFrom(...rows.flatMap((row) => [row.canonical, ...row.others]));
const anyCode = fc.record({ linter: fc.constantFrom(...LINTER_NAMES, 'own'), code: fc.oneof(realCode, anyText) });

describe('any code of any linter', () => {
	test('has one canonical form', () => {
		fc.assert(
			fc.property(anyCode, (name) => {
				const own = canonicalCode(name);
				expect(canonicalCode(own)).toEqual(own);
			}),
			{ numRuns: 3000 },
		);
	});

	test('is the first of its own names, each of which stands there once', () => {
		fc.assert(
			fc.property(anyCode, (name) => {
				const names = sameCodes(name);
				expect(names[0]).toEqual(canonicalCode(name));
				expect(new Set(names.map(codeKey)).size).toBe(names.length);
			}),
		);
	});
});

describe('twins', () => {
	test.each([
		['eslint no-eval', ['oxlint eslint(no-eval)']],
		['oxlint eslint-plugin-unicorn(no-null)', ['eslint unicorn/no-null']],
		['eslint @typescript-eslint/no-explicit-any', ['oxlint typescript(no-explicit-any)']],
		['oxlint no-unused-vars', ['eslint @typescript-eslint/no-unused-vars', 'eslint no-unused-vars']],
		['eslint @next/next/no-img-element', ['oxlint next(no-img-element)']],
		['eslint react-hooks/rules-of-hooks', ['oxlint react-hooks(rules-of-hooks)']],
		['flake8 S307', ['ruff S307', 'bandit B307']],
		['ruff F401', ['flake8 F401']],
		['ruff PLW0123', ['pylint W0123']],
		['ruff UP031', []],
		['pylint C0114(missing-module-docstring)', ['pylint C0114', 'pylint missing-module-docstring', 'ruff PLC0114']],
		['clang-tidy cert-dcl37-c', ['clang-tidy bugprone-reserved-identifier', 'clang-tidy cert-dcl51-cpp']],
		['clang-tidy clang-analyzer-core.DivideZero', ['clang-analyzer core.DivideZero']],
		['clang-tidy clang-diagnostic-unused-variable', ['clang -Wunused-variable', 'gcc -Wunused-variable']],
		['clang-tidy clang-diagnostic-error', []],
		['golangci-lint gosec: G101', ['gosec G101']],
		['golangci-lint errcheck', []],
		['hadolint SC2046', ['shellcheck SC2046']],
		['hadolint DL3008', []],
		['own-lint no-eval', []],
	])('%s', (name, twins) => {
		const names = sameCodes(codeOf(name)).slice(1).map(textOf);
		for (const twin of twins) expect(names).toContain(twin);
		if (twins.length === 0) expect(names).toEqual([]);
	});

	test('have each other as twins', () => {
		fc.assert(
			fc.property(anyCode, (name) => {
				const own = canonicalCode(name);
				// Pylint's two names in one are a message of a report: its single names cannot know each other.
				if (/^[A-Z]\d{4}\(/.test(own.code)) return;
				for (const twin of findLinter(own.linter)?.twins(own.code) ?? []) {
					const back = findLinter(twin.linter)?.twins(canonicalCode(twin).code) ?? [];
					expect(back.map(codeKey)).toContain(codeKey(own));
				}
			}),
			{ numRuns: 3000 },
		);
	});
});

describe('an index', () => {
	test('leads every spelling of a rule to who declares any other', () => {
		for (const { linter, canonical, others } of rows) {
			for (const declared of [canonical, ...others]) {
				const rule = { id: 'a/b', codes: [{ linter, code: declared }], standards: [] };
				const { byCode } = indexCodes([rule]);
				for (const code of [canonical, ...others]) {
					for (const name of sameCodes({ linter, code })) expect(byCode(name), textOf(name)).toEqual([rule]);
				}
			}
		}
	});

	test.each([
		['biome noGlobalEval', 'biome lint/security/noGlobalEval'],
		['biome lint/nursery/noGlobalEval', 'biome lint/security/noGlobalEval'],
		['biome lint/security/noGlobalEval', 'biome noglobaleval'],
		['pylint C0114', 'pylint C0114(missing-module-docstring)'],
		['pylint missing-module-docstring', 'pylint C0114(missing-module-docstring)'],
		['pylint C0114(missing-module-docstring)', 'pylint missing-module-docstring'],
		['shellcheck SC2086', 'shellcheck sc2086'],
		['bandit B307', 'flake8 S307'],
		['clippy needless_return', 'rustc clippy::needless_return'],
	])('%s explains %s', (declared, reported) => {
		const rule = { id: 'a/b', codes: [codeOf(declared)], standards: [] };
		expect(indexCodes([rule]).byCode(codeOf(reported))).toEqual([rule]);
	});

	test('asks for the code itself before the same rule of another linter', () => {
		const own = { id: 'a/own', codes: [codeOf('oxlint no-eval')], standards: [] };
		const other = { id: 'a/other', codes: [codeOf('eslint no-eval')], standards: [] };
		const index = indexCodes([other, own]);
		expect(index.byCode(codeOf('oxlint eslint(no-eval)'))).toEqual([own]);
		expect(index.byCode(codeOf('eslint no-eval'))).toEqual([other]);
	});

	test('names an entry by the fullest spelling and keeps the order of its rules', () => {
		const first = { id: 'a/z', codes: [codeOf('biome noGlobalEval')], standards: ['cwe 095', 'CWE-95'] };
		const second = { id: 'a/a', codes: [codeOf('biome lint/security/noGlobalEval')], standards: [] };
		const index = indexCodes([first, second]);
		expect(index.codes).toEqual([{ name: codeOf('biome lint/security/noGlobalEval'), rules: [first, second] }]);
		expect(index.byCode(codeOf('biome noGlobalEval'))).toBe(index.codes[0]?.rules);
		expect(index.byStandard('external/cwe/cwe-095')).toEqual([first]);
	});

	test('has nothing for what nobody explains', () => {
		const index = indexCodes([{ id: 'a/b', codes: [codeOf('eslint no-eval')], standards: ['CWE-95'] }]);
		expect(index.find(codeOf('eslint no-with'))).toBeNull();
		expect(index.byCode(codeOf('own no-eval'))).toEqual([]);
		expect(index.byStandard('CWE-9')).toEqual([]);
	});
});

function codeOf(text: string): LinterCode {
	const space = text.indexOf(' ');
	return { linter: text.slice(0, space), code: text.slice(space + 1) };
}

function textOf({ linter, code }: LinterCode): string {
	return `${linter} ${code}`;
}
