import { describe, expect, it } from 'vitest';
import { wording } from '../../src/domain/diagnostics.ts';
import type { Named } from '../../src/domain/rule.ts';
import { findings, frontmatterOf } from './frontmatter-cases.ts';

const read = (yaml: string) => frontmatterOf(`title: A\n${yaml}`).frontmatter;
const spots = (names: readonly Named[] | undefined) =>
	names?.map(({ name, place }) => `${name} ${place.line}:${place.column}`).join(', ');
const codes = (yaml: string) =>
	read(yaml)
		?.codes.map(({ linter, code, place }) => `${linter} ${code} ${place.line}:${place.column}`)
		.join(', ');

/** The diagnostics with their fixes. */
const said = (yaml: string) =>
	frontmatterOf(`title: A\n${yaml}`).diagnostics.map((one) => {
		const { found, fix } = wording(one);
		return `${one.code} ${one.place.line}:${one.place.column} ${found}. ${fix}`;
	});

describe('`linters`', () => {
	it.each([
		['linters: { eslint: no-eval }', 'eslint no-eval 3:20'],
		['linters: { eslint: [no-eval, "@a/b"] }', 'eslint no-eval 3:21, eslint @a/b 3:31'],
		['linters:\n  eslint:\n    - no-eval', 'eslint no-eval 5:7'],
		['linters:\n  eslint: no-eval, no-new-func', 'eslint no-eval 4:11, eslint no-new-func 4:20'],
		['linters:\n  ESLint: no-eval', 'eslint no-eval 4:11'],
		['linters:\n  shellcheck: "2086"', 'shellcheck SC2086 4:16'],
		['linters:\n  clippy: clippy::needless_return', 'clippy needless_return 4:11'],
		['linters:\n  rubocop: Style/StringLiterals', 'rubocop Style/StringLiterals 4:12'],
		['linters:\n  eslint:', ''],
		['linters:', ''],
		['linters: {}', ''],
	])('%j is %j', (yaml, expected) => {
		expect(codes(yaml)).toBe(expected);
		expect(said(yaml)).toEqual([]);
		expect(read(yaml)?.extra).toEqual({});
	});

	it.each([
		'java:S1234',
		'PHPCS.Generic.Files',
		'python.lang.security.audit',
		'@typescript-eslint/no-explicit-any',
		'plugin/rule(x)',
		'-Wformat=2',
		'a~b+c_d',
	])('may hold %j', (code) => {
		expect(codes(`linters:\n  acme: "${code}"`)).toBe(`acme ${code} 4:10`);
	});

	it.each([
		['"no eval"', 'has a space'],
		['"a\\tb"', 'has a tab'],
		['"a\\nb"', 'has a line end'],
		['"a\\u0007b"', 'has the sign U+0007'],
		['"a\\u200Bb"', 'has the sign U+200B'],
		['"C#"', 'has `#`'],
		['"a?b"', 'has `?`'],
		['"a%2Fb"', 'has `%`'],
		["'a\\b'", 'has `\\`'],
		['"规则"', 'has `规`'],
		['"bugprone-*"', 'many codes'],
		['"../x"', 'has a part `..`'],
		['"a/./b"', 'has a part `.`'],
		['"a/index.html"', 'has a part `index.html`'],
		['"/a"', 'nothing beside it'],
		['"a/"', 'nothing beside it'],
		['"a//b"', 'nothing beside it'],
		['""', 'is empty'],
		[`"${'a'.repeat(201)}"`, 'longer than 200'],
	])('may not hold %s: it %s', (code, fault) => {
		const yaml = `linters:\n  acme: ${code}`;
		expect(said(yaml).filter((one) => one.startsWith('code-invalid 4:'))).toMatchObject([
			expect.stringContaining(fault),
		]);
		expect(read(yaml)).toBeNull();
	});

	it.each([
		['linters: { shellcheck: 2086 }', 'code-number 3:24 2086 is a number. Write the code in quotes: "SC2086"'],
		['linters: { shellcheck: [2086] }', 'code-number 3:25 2086 is a number. Write the code in quotes: "SC2086"'],
		['linters: { acme: 1e5 }', 'code-number 3:18 1e5 is a number. Write the code in quotes: "1e5"'],
		['linters: { acme: [1_0, 0x1F] }', 'code-number 3:24 0x1F is a number. Write the code in quotes: "0x1F"'],
		['linters: { acme: true }', 'code-number 3:18 true is a boolean. Write the code in quotes: "true"'],
		['linters: { acme: NULL }', 'code-number 3:18 NULL is null. Write the code in quotes: "NULL"'],
		['linters: { acme: 2024-01-31 }', 'code-number 3:18 2024-01-31 is a date. Write the code in quotes: "2024-01-31"'],
	])('%j is no text', (yaml, expected) => {
		expect(said(yaml).filter((one) => one.includes('linter-unknown') === false)).toEqual([expected]);
	});

	it.each([
		['linters: { es-lint: a }', 'linter-unknown 3:12', 'Did you mean "eslint"?'],
		['linters: { zzzzzzzzz: a }', 'linter-unknown 3:12', 'may stay'],
		['linters: { cwe: "95" }', 'linter-invalid 3:12', 'a key `standards`'],
		['linters: { a/b: c }', 'linter-invalid 3:12', 'command'],
		['linters: { shellcheck: [SC2086, sc2086] }', 'code-duplicate 3:33', 'Remove "sc2086"'],
	])('%j is %s', (yaml, start, words) => {
		const [first = '', ...others] = said(yaml);
		expect(first.startsWith(start)).toBe(true);
		expect(first).toContain(words);
		expect(others).toEqual([]);
	});

	it.each([
		['linters: [eslint]', 'value-type 3:10', ['eslint']],
		['linters: eslint', 'value-type 3:10', 'eslint'],
		['linters: { eslint: { rule: x } }', 'value-type 3:20', { eslint: { rule: 'x' } }],
		['linters: { eslint: [no-eval, [x]] }', 'value-type 3:30', { eslint: ['no-eval', ['x']] }],
	])('%j is another’s: %s, and kept', (yaml, finding, kept) => {
		expect(findings(`title: A\n${yaml}`)).toEqual([finding]);
		expect(read(yaml)?.extra).toEqual({ linters: kept });
	});

	it.each([
		['linters:\n  eslint: @a/b', '4:11'],
		['linters:\n  eslint: [no-eval, @a/b]', '4:21'],
		['linters: { eslint: @a/b }', '3:20'],
		['linters:\n  eslint:\n    - no-eval\n    - @a/b # why', '6:7'],
	])('%j needs quotes', (yaml, place) => {
		const hint = 'Put quotes around the code: "@a/b". A value that starts with @ is not valid YAML';
		expect(said(yaml)).toEqual([
			`yaml-invalid ${place} The frontmatter is not valid YAML: a value begins with \`@\`, which YAML keeps for itself. ${hint}`,
		]);
	});
});

describe('`standards`', () => {
	it.each([
		['standards: CWE-95', 'CWE-95 3:12'],
		['standards: [cwe-095, external/cwe/cwe-079]', 'CWE-95 3:13, CWE-79 3:22'],
		['standards: CWE-95, cwe 95', 'CWE-95 3:12'],
		['standards:', ''],
	])('%j is %j', (yaml, expected) => {
		expect(spots(read(yaml)?.standards)).toBe(expected);
		expect(said(yaml)).toEqual([]);
	});

	it('that are not known stay as they are written, with a warning', () => {
		expect(spots(read('standards: [Ours 1, 95]')?.standards)).toBe('Ours 1 3:13, 95 3:21');
		expect(findings('title: A\nstandards: [Ours 1, 95]')).toEqual(['standard-unknown 3:13', 'standard-unknown 3:21']);
	});

	it('in another shape are the author’s own', () => {
		expect(findings('title: A\nstandards: { cwe: 95 }')).toEqual(['value-type 3:12']);
		expect(read('standards: { cwe: 95 }')?.extra).toEqual({ standards: { cwe: 95 } });
	});
});

describe('`aliases` and `conflicts`', () => {
	it.each([
		['one', 'one 3:10'],
		['one, pack/Two_2.md', 'one 3:10, pack/Two_2.md 3:15'],
		['[one, "two", One.md]', 'one 3:11, two 3:17'],
		['[404]', '404 3:11'],
		['', ''],
	])('%j are %j', (value, expected) => {
		expect(spots(read(`aliases: ${value}`)?.aliases)).toBe(expected);
		expect(spots(read(`conflict: x\nconflicts: ${value}`)?.conflicts)?.replaceAll(' 4:', ' 3:')).toBe(
			expected.replaceAll(/3:(\d+)/g, (_, column) => `3:${Number(column) + 2}`),
		);
	});

	it.each(['aliases: { a: b }', 'aliases: [[a]]', 'aliases: true', 'conflicts: { a: b }'])('%j is kept', (yaml) => {
		expect(findings(`title: A\n${yaml}`)).toMatchObject([expect.stringContaining('value-type 3:')]);
		expect(Object.keys(read(yaml)?.extra ?? {})).toEqual([yaml.slice(0, yaml.indexOf(':'))]);
	});

	it.each([
		['aliases: No Eval', 'alias-invalid 3:10 "No Eval" cannot be an id. Write "No-Eval"'],
		['aliases: [a, b/c/d]', 'alias-invalid 3:14 "b/c/d" cannot be an id. Write "c/d"'],
		['aliases: "a?"', 'alias-invalid 3:11 "a?" cannot be an id. Write "a"'],
		['aliases: ../a', 'alias-invalid 3:10 "../a" cannot be an id. Write "a"'],
		['aliases: /', 'alias-invalid 3:10 "/" cannot be an id. Write the name that the file had'],
	])('%j is no id', (yaml, expected) => {
		expect(said(yaml)).toEqual([expected]);
	});
});

describe('`deprecated`', () => {
	const notice = (yaml: string) => {
		const deprecated = read(yaml)?.deprecated;
		return deprecated && `${deprecated.message} → ${spots(deprecated.replacedBy)}`;
	};

	it.each([
		['deprecated: true', 'null → '],
		['deprecated: yes', 'null → '],
		['deprecated: {}', 'null → '],
		['deprecated: "Use b"', 'Use b → '],
		['deprecated: { message: Use b }', 'Use b → '],
		['deprecated: { message: Use b, replacedBy: b }', 'Use b → b 3:43'],
		['deprecated:\n  replacedBy: [b, p/c]', 'null → b 4:16, p/c 4:19'],
		['deprecated: true\nreplacedBy: b, c', 'null → b 4:13, c 4:16'],
		['deprecated: { replacedBy: b }\nreplacedBy: c', 'null → b 3:27, c 4:13'],
		['deprecated: false', null],
		['deprecated: no', null],
		['deprecated: ""', null],
		['deprecated:', null],
	])('%j is %j', (yaml, expected) => {
		expect(notice(yaml)).toBe(expected);
		expect(said(yaml)).toEqual([]);
		expect(read(yaml)?.extra).toEqual({});
	});

	it.each([
		['deprecated: { since: 2, message: Old }', [], { deprecated: { since: 2 } }, 'Old → '],
		['deprecated: [a]', ['value-type 3:13'], { deprecated: ['a'] }, null],
		['deprecated: 2.0', ['value-type 3:13'], { deprecated: 2 }, null],
		['deprecated: { message: [a] }', ['value-type 3:24'], { deprecated: { message: ['a'] } }, 'null → '],
		[
			'deprecated: { replacedBy: { a: b } }',
			['value-type 3:27'],
			{ deprecated: { replacedBy: { a: 'b' } } },
			'null → ',
		],
		['replacedBy: b', ['value-type 3:1'], { replacedBy: 'b' }, null],
		['deprecated: true\nreplacedBy: { a: b }', ['value-type 4:13'], { replacedBy: { a: 'b' } }, 'null → '],
	])('%j yields %j and keeps the rest', (yaml, expected, extra, text) => {
		expect(findings(`title: A\n${yaml}`)).toEqual(expected);
		expect(read(yaml)?.extra).toEqual(extra);
		expect(notice(yaml)).toBe(text);
	});
});
