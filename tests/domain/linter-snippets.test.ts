import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Linter as Eslint } from 'eslint';
import fc from 'fast-check';
import stylelint from 'stylelint';
import { describe, expect, test } from 'vitest';
import type { Linter, LinterSnippet } from '../../src/domain/linter.ts';
import { canonicalCode, findLinter, LINTER_NAMES } from '../../src/domain/linters.ts';
import { SPELLINGS } from './spellings.ts';

const codes = SPELLINGS.map(([linter, code]) => ({ linter, code, entry: entryOf(linter) }));

describe('what to copy', () => {
	test.each(codes)('for $linter $code has words, a language and text', ({ entry, code }) => {
		for (const { label, language, code: text } of [...entry.suppress(code), ...entry.configure(code)]) {
			expect(label).toMatch(/^(?:for|in|as) /);
			expect(language).toMatch(/^[a-z]+$/);
			expect(text.trim()).toBe(text);
		}
	});

	test.each([
		['eslint', 'no-eval', '// eslint-disable-next-line no-eval -- reason', "'no-eval': 'error',"],
		[
			...(['oxlint', 'typescript(no-explicit-any)'] as const),
			'// oxlint-disable-next-line typescript/no-explicit-any -- reason',
			'"typescript/no-explicit-any": "error"',
		],
		[
			...(['biome', 'lint/security/noGlobalEval'] as const),
			'// biome-ignore lint/security/noGlobalEval: reason',
			'"security": { "noGlobalEval": "error" }',
		],
		[
			'stylelint',
			'block-no-empty',
			'/* stylelint-disable-next-line block-no-empty -- reason */',
			"'block-no-empty': true,",
		],
		['typescript', 'TS2322', '// @ts-expect-error TS2322: reason', undefined],
		['ruff', 'S307', '# noqa: S307', '[tool.ruff.lint]\nextend-select = ["S307"]'],
		['pylint', 'W0123(eval-used)', '# pylint: disable-next=eval-used', '[MESSAGES CONTROL]\nenable=eval-used'],
		['mypy', 'arg-type', '# type: ignore[arg-type]', '[tool.mypy]\nenable_error_code = ["arg-type"]'],
		[
			...(['clang-tidy', 'modernize-use-nullptr', '// NOLINTNEXTLINE(modernize-use-nullptr): reason'] as const),
			"Checks: 'modernize-use-nullptr'\nWarningsAsErrors: 'modernize-use-nullptr'",
		],
		['cppcheck', 'zerodiv', '// cppcheck-suppress zerodiv ; reason', undefined],
		['shellcheck', 'SC2086', '# shellcheck disable=SC2086 # reason', 'shellcheck --include=SC2086 script.sh'],
		['golangci-lint', 'gosec/G101', '//nolint:gosec // reason', 'linters:\n  enable:\n    - gosec'],
		[
			...(['clippy', 'needless_return', '#[expect(clippy::needless_return, reason = "…")]'] as const),
			'[lints.clippy]\nneedless_return = "deny"',
		],
	])('for %s %s', (linter, code, comment, config) => {
		expect(entryOf(linter).suppress(code)[0]?.code).toBe(comment);
		expect(entryOf(linter).configure(code)[0]?.code).toBe(config);
	});

	test.each(['a b', '*/ alert(1) /*', "x', evil: '", '"]\n[evil]', '--> <b>', 'a\nb', '', '../x', 'http://x', '(x)'])(
		'is nothing for %j, which is no code',
		(code) => {
			for (const name of LINTER_NAMES) {
				const entry = entryOf(name);
				expect([entry.suppress(code), entry.configure(code), entry.page(code), entry.twins(code)]).toEqual([
					...[[], [], null, []],
				]);
			}
		},
	);

	test('never leaves its line or its comment, whatever a code holds', () => {
		const broken = /["'`<>\\$;]|\*\/|\/\*|\/\/|[\n\r]|--/;
		fc.assert(
			fc.property(fc.constantFrom(...LINTER_NAMES), fc.string({ maxLength: 12 }), (name, text) => {
				const { code } = canonicalCode({ linter: name, code: text });
				if (!broken.test(code.replaceAll('--', ''))) return;
				for (const { code: copied } of snippetsOf(entryOf(name), code)) expect(copied).not.toContain(code);
			}),
			{ numRuns: 2000 },
		);
	});

	test('of JSON is JSON', () => {
		const json = codes
			.flatMap(({ entry, code }) => snippetsOf(entry, code))
			.filter(({ language }) => language === 'json');
		expect(json.length).toBeGreaterThan(3);
		for (const { code } of json) expect(() => JSON.parse(`{${code}}`)).not.toThrow();
	});
});

describe('pages of linters', () => {
	test.each([
		['eslint', 'no-eval', 'https://eslint.org/docs/latest/rules/no-eval'],
		['eslint', '@typescript-eslint/no-shadow', 'https://typescript-eslint.io/rules/no-shadow/'],
		['eslint', 'team/no-todo', null],
		['oxlint', 'eslint(no-eval)', 'https://oxc.rs/docs/guide/usage/linter/rules/eslint/no-eval.html'],
		['oxlint', 'jsx-a11y(alt-text)', 'https://oxc.rs/docs/guide/usage/linter/rules/jsx_a11y/alt-text.html'],
		['biome', 'lint/security/noGlobalEval', 'https://biomejs.dev/linter/rules/no-global-eval'],
		['biome', 'parse', null],
		['mypy', 'arg-type', 'https://mypy.readthedocs.io/en/stable/_refs.html#code-arg-type'],
		['clang-tidy', 'cert-dcl37-c', 'https://clang.llvm.org/extra/clang-tidy/checks/cert/dcl37-c.html'],
		[
			'clang-tidy',
			'clang-analyzer-core.DivideZero',
			'https://clang.llvm.org/docs/analyzer/checkers.html#core-dividezero',
		],
		['roslyn', 'CA5350', 'https://learn.microsoft.com/dotnet/fundamentals/code-analysis/quality-rules/ca5350'],
		['codeql', 'js/code-injection', 'https://codeql.github.com/codeql-query-help/javascript/js-code-injection/'],
		['ruff', 'S307', null],
	])('%s %s', (linter, code, page) => {
		expect(entryOf(linter).page(code)).toBe(page);
	});

	test('are https addresses', () => {
		for (const { entry, code } of codes) {
			const page = entry.page(code);
			if (page !== null) expect(new URL(page).protocol).toBe('https:');
		}
	});
});

describe('a comment silences the linter that it is for', () => {
	const js = "\nexport const x = eval('1');\n";

	test('ESLint', () => {
		const config = [{ rules: { 'no-eval': 'error' as const } }];
		const run = (text: string) => new Eslint().verify(text, config).map(({ ruleId }) => ruleId);
		expect(run(js)).toEqual(['no-eval']);
		for (const { code } of entryOf('eslint').suppress('no-eval')) expect(run(code + js)).toEqual([]);
	});

	test('stylelint', async () => {
		const run = async (text: string) => {
			const { results } = await stylelint.lint({ code: text, config: { rules: { 'block-no-empty': true } } });
			return results.flatMap(({ warnings }) => warnings.map(({ rule }) => rule));
		};
		expect(await run('\na {}\n')).toEqual(['block-no-empty']);
		for (const { code } of entryOf('stylelint').suppress('block-no-empty'))
			expect(await run(`${code}\na {}\n`)).toEqual([]);
	});

	test.each([
		['oxlint', ['-A', 'all', '-D', 'no-eval'], 'eslint(no-eval)', js],
		[
			'oxlint',
			['-A', 'all', '-D', 'typescript/no-explicit-any'],
			'typescript(no-explicit-any)',
			'\nexport const x: any = 1;\n',
		],
		['biome', ['lint', '--only=lint/security/noGlobalEval'], 'lint/security/noGlobalEval', js],
	])('%s %j', (linter, args, code, source) => {
		const folder = mkdtempSync(join(tmpdir(), 'rulepress-comment-'));
		const program = join(import.meta.dirname, `../../node_modules/.bin/${linter}`);
		const run = (text: string) => {
			writeFileSync(join(folder, 'a.ts'), text);
			return spawnSync(program, [...args, join(folder, 'a.ts')], { cwd: folder }).status;
		};
		try {
			expect(run(source)).toBe(1);
			for (const snippet of entryOf(linter).suppress(code)) expect(run(snippet.code + source)).toBe(0);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

function entryOf(name: string): Linter {
	const entry = findLinter(name);
	if (entry === null) throw new Error(`${name} is not in the table`);
	return entry;
}

function snippetsOf(entry: Linter, code: string): readonly LinterSnippet[] {
	return [...entry.suppress(code), ...entry.configure(code)];
}
