import { describe, expect, test } from 'vitest';
import { lineMatcher } from '../../../src/link/text/match.ts';
import { LINE_PATTERNS } from '../../../src/link/text/patterns/list.ts';
import { visible } from '../../../src/link/text/visible.ts';

type Row = readonly [line: string, linter: string, ...codes: string[]];

const LINES: readonly Row[] = [
	// ESLint
	['   2:1   warning  Unexpected var, use let   no-var', 'eslint', 'no-var'],
	[
		'  1:30  error    Unexpected any           @typescript-eslint/no-explicit-any',
		'eslint',
		'@typescript-eslint/no-explicit-any',
	],
	['  1:3  \x1b[31merror\x1b[39m  Do not   \x1b[2mteam/no-x\x1b[22m', 'eslint', 'team/no-x'],
	['/app/a.js:2:1: Unexpected var. [Error/no-var]', 'eslint', 'no-var'],
	['C:\\app\\a.js: line 2, col 1, Error - Unexpected var. (no-var)', 'eslint', 'no-var'],
	['/app/a.js(2,1): error no-var : Unexpected var.', 'eslint', 'no-var'],
	// oxlint
	['  5:5   warning  Not allowed  eslint(no-debugger)', 'oxlint', 'eslint(no-debugger)'],
	['src/a.js:6:12: eval can be harmful. [Warning/eslint(no-eval)]', 'oxlint', 'eslint(no-eval)'],
	['  ⚠ eslint(no-eval): eval can be harmful.', 'oxlint', 'eslint(no-eval)'],
	['  x typescript-eslint(no-explicit-any): Unexpected any.', 'oxlint', 'typescript-eslint(no-explicit-any)'],
	['::warning file=a.js,line=6,title=eslint(no-eval)::a.js:6:1: harmful', 'oxlint', 'eslint(no-eval)'],
	// Biome
	['src/a.js:8:9 lint/correctness/noUnusedVariables  FIXABLE  ━━━━━━', 'biome', 'lint/correctness/noUnusedVariables'],
	['src/a.js:8:9 assist/source/organizeImports ━━━━━━', 'biome', 'assist/source/organizeImports'],
	[
		'::error title=lint/security/noGlobalEval,file=/a.js,line=6::Do not use eval().',
		'biome',
		'lint/security/noGlobalEval',
	],
	// stylelint
	['  4:3   ✖  Unknown property "colr"   property-no-unknown', 'stylelint', 'property-no-unknown'],
	['/a.css: line 4, col 3, error - Unknown property "colr" (property-no-unknown)', 'stylelint', 'property-no-unknown'],
	['/a.css:4:3: Unknown property "colr" (property-no-unknown) [error]', 'stylelint', 'property-no-unknown'],
	['    - message: "Unknown property \\"colr\\" (property-no-unknown)"', 'stylelint', 'property-no-unknown'],
	['::error file=a.css,line=1,title=Stylelint problem::Empty block (block-no-empty)', 'stylelint', 'block-no-empty'],
	// TypeScript
	["src/a.ts(1,14): error TS2322: Type 'string' is not assignable.", 'typescript', 'TS2322'],
	['app/(shop)/page.tsx(1,14): error TS2322: Type.', 'typescript', 'TS2322'],
	[
		'\x1b[96msrc/a.ts\x1b[0m:\x1b[93m1\x1b[0m:\x1b[93m7\x1b[0m - \x1b[91merror\x1b[0m\x1b[90m TS2322: \x1b[0mType',
		'typescript',
		'TS2322',
	],
	['error TS18003: No inputs were found in config file.', 'typescript', 'TS18003'],
	// Python
	["a.py:1:1: F401 'os' imported but unused", 'flake8', 'F401'],
	['a.py:1: [E722] do not use bare except', 'flake8', 'E722'],
	['  1:8  F401 [*] `os` imported but unused', 'ruff', 'F401'],
	['error[F401]: `os` imported but unused', 'ruff', 'F401'],
	['::error title=ruff (S307),file=/a.py,line=1::a.py:1:1: S307 Use of eval', 'ruff', 'S307'],
	['##vso[task.logissue type=error;sourcepath=/a.py;linenumber=1;code=F401;]`os` imported', 'ruff', 'F401'],
	['a.py:1:0: C0114: Missing module docstring (missing-module-docstring)', 'pylint', 'C0114(missing-module-docstring)'],
	['a.py:1: [C0114(missing-module-docstring), ] Missing module docstring', 'pylint', 'C0114(missing-module-docstring)'],
	['a.py(1): [C0114(missing-module-docstring)a] Missing module docstring', 'pylint', 'C0114(missing-module-docstring)'],
	['::notice file=a.py,line=1,title=C0114::Missing module docstring', 'pylint', 'C0114'],
	['a.py:3: error: "int" has no attribute "x"  [attr-defined]', 'mypy', 'attr-defined'],
	['a.py:3:5: error: Incompatible types  [assignment]', 'mypy', 'assignment'],
	[
		'  /app/a.py:1:8 - error: Import "x" could not be resolved (reportMissingImports)',
		'pyright',
		'reportMissingImports',
	],
	['>> Issue: [B602:subprocess_popen_with_shell_equals_true] shell=True', 'bandit', 'B602'],
	// C and C++
	[
		'/a.cpp:7:8: warning: public destructor [cppcoreguidelines-virtual-class-destructor]',
		'clang-tidy',
		'cppcoreguidelines-virtual-class-destructor',
	],
	['/a.cpp:1:2: error: moved [bugprone-use-after-move,-warnings-as-errors]', 'clang-tidy', 'bugprone-use-after-move'],
	[
		'/a.cpp:1:2: warning: reserved [bugprone-reserved-identifier,cert-dcl37-c]',
		'clang-tidy',
		'bugprone-reserved-identifier',
		'cert-dcl37-c',
	],
	['/a.cpp:1:2: warning: zero [clang-analyzer-core.DivideZero]', 'clang-tidy', 'clang-analyzer-core.DivideZero'],
	["a.c:1:2: warning: unused variable 'x' [-Wunused-variable]", 'clang', '-Wunused-variable'],
	["a.c:1:2: error: unused variable 'x' [-Werror,-Wunused-variable]", 'clang', '-Wunused-variable'],
	["a.c:1:2: error: unused variable 'x' [-Werror=unused-variable]", 'clang', '-Werror=unused-variable'],
	['a.cpp:28:20: warning: Division by zero. [zerodiv]', 'cppcheck', 'zerodiv'],
	['a.c:1:2: style: misra violation [misra-c2012-10.1]', 'cppcheck', 'misra-c2012-10.1'],
	// Shell, containers, documents
	['a.sh:2:10: error: Iterating over ls output is fragile. [SC2045]', 'shellcheck', 'SC2045'],
	['     ^-- SC2086 (info): Double quote to prevent globbing.', 'shellcheck', 'SC2086'],
	['^---------^ SC2164 (warning): Use cd ... || exit', 'shellcheck', 'SC2164'],
	['^-- SC2006: Use $(..) instead of legacy backticks.', 'shellcheck', 'SC2006'],
	['Dockerfile:3 DL3006 warning: Always tag the version of an image', 'hadolint', 'DL3006'],
	['-:3 SC2086 info: Double quote', 'hadolint', 'SC2086'],
	['README.md:3 MD001/heading-increment Heading levels should increment', 'markdownlint', 'MD001/heading-increment'],
	['README.md:3:1 error MD009/no-trailing-spaces Trailing spaces', 'markdownlint', 'MD009/no-trailing-spaces'],
	[
		'::error title=MD009/no-trailing-spaces,file=README.md,line=3::Trailing spaces',
		'markdownlint',
		'MD009/no-trailing-spaces',
	],
	['  1:1       warning  missing document start "---"  (document-start)', 'yamllint', 'document-start'],
	['a.yaml:1:1: [warning] missing document start "---" (document-start)', 'yamllint', 'document-start'],
	['::warning file=a.yaml,line=1,col=1::1:1 [document-start] missing document start', 'yamllint', 'document-start'],
	['.github/workflows/a.yml:3:5: unexpected key "x" [syntax-check]', 'actionlint', 'syntax-check'],
	// Go, Ruby, Rust, Swift, Kotlin, Java, .NET
	['main.go:3:2: Error return value is not checked (errcheck)', 'golangci-lint', 'errcheck'],
	['main.go:3:2: G104: Errors unhandled (gosec)', 'golangci-lint', 'gosec/G104'],
	['main.go:3:2: this value of err is never used (SA4006)', 'staticcheck', 'SA4006'],
	['::error file=main.go,line=3,col=2::Error return value (errcheck)', 'golangci-lint', 'errcheck'],
	['[/app/main.go:12] - G104 (CWE-703): Errors unhandled', 'gosec', 'G104'],
	['a.rb:1:1: C: [Correctable] Style/StringLiterals: Prefer single quotes', 'rubocop', 'Style/StringLiterals'],
	['::error file=a.rb,line=1,col=1::Style/StringLiterals: Prefer single quotes', 'rubocop', 'Style/StringLiterals'],
	['  = note: `#[warn(clippy::needless_return)]` on by default', 'clippy', 'clippy::needless_return'],
	['  = note: `-D clippy::needless-return` implied by `-D warnings`', 'clippy', 'clippy::needless-return'],
	['  = note: `#[warn(unused_variables)]` on by default', 'rustc', 'unused_variables'],
	['error[E0308]: mismatched types', 'rustc', 'E0308'],
	['/app/a.swift:1:1: warning: Force casts should be avoided (force_cast)', 'swiftlint', 'force_cast'],
	['/app/a.kt:1:1: Unused import (standard:no-unused-imports)', 'ktlint', 'standard:no-unused-imports'],
	['/app/a.kt:1:1: This is a magic number. [MagicNumber]', 'detekt', 'MagicNumber'],
	[
		'[WARN] /app/A.java:1:2: Missing a Javadoc comment. [MissingJavadocMethod]',
		'checkstyle-java',
		'MissingJavadocMethod',
	],
	['A.cs(1,2): warning CA1822: Member can be static', 'roslyn', 'CA1822'],
];

/** The linter and the codes that a line names, by their likeliest names. */
function read(line: string, tool: string | null = null): readonly string[] | null {
	const found = lineMatcher('', tool)(visible(Buffer.from(line).toString('latin1')).text);
	if (found === null) return null;
	return [found.codes[0].names[0]?.linter ?? '', ...found.codes.map(({ names }) => names[0]?.code ?? '')];
}

describe('a line names its linter and code', () => {
	test.each(LINES)('%s', (line, ...expected) => {
		expect(read(line)).toEqual(expected);
	});

	test.each(LINES)('and does so when --tool says which linter: %s', (line, linter, ...codes) => {
		expect(read(line, linter)).toEqual([linter, ...codes]);
	});

	test('every pattern has a line here', () => {
		const shown = LINES.map(([line]) => visible(Buffer.from(line).toString('latin1')).text);
		const unused = LINE_PATTERNS.filter(
			({ linters, next, line }) => linters.length > 0 && next === undefined && !shown.some((text) => line.test(text)),
		);
		expect(unused).toEqual([]);
	});
});

test.each([
	['an ESLint result without a rule', "  2:3  error  Parsing error: Unexpected keyword 'return'"],
	['a result with an empty rule', '  2:10  error  Expected `:`  '],
	['an oxlint result without a rule', 'src/a.js:2:10: Expected `:` but found `decimal` [Error]'],
	['a syntax error of Ruff', 'a.py:1:12: invalid-syntax: Expected a parameter'],
	['a note of Clang-Tidy', '/a.cpp:15:23: note: move occurred here'],
	['source code in a frame', '   23 |   strcpy(buffer, "overflow");'],
	['an array in source code', '  return buffer[4] / 0;'],
	['a workflow command without a title', '::error file=a.js,line=1::Something is wrong'],
	['the level of a compiler', 'a.c:1:2: error: something [-Werror]'],
	['a lint that the command line named', '  = note: `-D warnings` on the command line'],
	['prose', 'Found 3 warnings and 1 error.'],
	['a log line', '2024-05-01 10:11:12: INFO: started [main]'],
])('%s names no code', (_, line) => {
	expect(read(line)).toBeNull();
});

describe('--tool', () => {
	test('takes the lines of that linter alone', () => {
		expect(read('a.sh:2:10: error: Fragile. [SC2045]', 'clang-tidy')).toBeNull();
	});

	test('is understood in every name of the linter', () => {
		expect(read('src/a.ts(1,14): error TS2322: Type.', 'tsc')).toEqual(['typescript', 'TS2322']);
	});

	test.each([
		['a.proto:1:2: Field names should be lower_snake_case. [FIELD_NAMES]', 'FIELD_NAMES'],
		['a.lua:1:2: unused variable (W211)', 'W211'],
		['  1:2  error  Do not do this  acme/no-this', 'acme/no-this'],
		['::error file=a.x,line=1,title=acme%2Cno%3Athis::Do not', 'acme,no:this'],
		['##vso[task.logissue type=error;code=acme-1;]Do not', 'acme-1'],
	])('reads usual lines of a linter that has no entry: %s', (line, code) => {
		expect(read(line, 'acme')).toEqual(['acme', code]);
	});
});

test.each([
	['a finding that can be fixed', 'a.py:1:8: F401 [*] `os` imported\n'],
	['its last line', 'a.py:1:8: F401 `os` imported\nFound 1 error.\n'],
])('Ruff is told from Flake8 by %s', (_, head) => {
	const match = lineMatcher(head, null)('a.py:6:1: B006 Do not use mutable defaults');
	expect(match?.codes[0].names.map(({ linter }) => linter)).toEqual(['ruff', 'flake8']);
});
