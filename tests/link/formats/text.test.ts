import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { text } from '../../../src/link/formats/text.ts';
import { lineMatcher } from '../../../src/link/text/match.ts';
import { visible } from '../../../src/link/text/visible.ts';
import { catalogOf, linked, pageOf } from './linking.ts';

// Many reports are linked for one property: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const CATALOG = catalogOf({
	'no-eval': {
		title: 'Never run text',
		linters: { eslint: ['no-eval'], biome: ['lint/security/noGlobalEval'], ruff: ['S307'] },
	},
	move: { linters: { 'clang-tidy': ['cert-x1', 'bugprone-use-after-move'], shellcheck: ['SC2086', 'SC2046'] } },
	one: { linters: { flake8: ['E711'] } },
	two: { linters: { flake8: ['E711'] } },
	bounds: { standards: ['CWE-119'] },
	block: { linters: { stylelint: ['block-no-empty'] } },
});
const EVAL_ENTRY = `  no-eval  Never run text  ${pageOf('no-eval')}`;
const MOVE = pageOf('move');
const STYLISH = '/a.js\n  6:12  error  Harmful  no-eval\n  7:12  error  Harmful  no-eval\n\n2 problems\n';

describe('a list of the rules follows the text', () => {
	test('one line a rule, in the order in which they appear, whatever their number', async () => {
		const lines = [
			'a.sh:1:1: note: Quote. [SC2086]',
			'a.js:6:1: No. [Error/no-eval]',
			'a.sh:2:1: note: Quote. [SC2046]',
		];
		const report = `${lines.join('\n')}\n`;
		const { text: after, seen } = await linked(text, report, CATALOG);
		expect(after).toBe(`${report}\nRules:\n  SC2086, SC2046  About move  ${MOVE}\n${EVAL_ENTRY}\n`);
		expect(seen).toEqual(['shellcheck:SC2086*', 'eslint:no-eval*', 'shellcheck:SC2046*']);
	});

	test.each([
		['after a newline', STYLISH, `${STYLISH}\nRules:\n${EVAL_ENTRY}\n`],
		['after a blank line', `${STYLISH}\n`, `${STYLISH}\nRules:\n${EVAL_ENTRY}\n`],
		['after colours that are blank', `${STYLISH}\x1b[0m`, `${STYLISH}\x1b[0m\nRules:\n${EVAL_ENTRY}\n`],
		['without a last newline', STYLISH.trimEnd(), `${STYLISH}\nRules:\n${EVAL_ENTRY}\n`],
		[
			'with the line ends of Windows',
			STYLISH.replaceAll('\n', '\r\n'),
			`${STYLISH}\nRules:\n${EVAL_ENTRY}\n`.replaceAll('\n', '\r\n'),
		],
	])('%s', async (_, before, after) => {
		for (const piece of [1, 5, 1000]) expect((await linked(text, before, CATALOG, { piece })).text).toBe(after);
		expect((await linked(text, after, CATALOG)).edits).toBe(0);
	});

	test('a code with several rules leads to their list', async () => {
		const { text: after } = await linked(text, 'a.py:1:1: E711 Compare to None\n', CATALOG);
		expect(after).toContain('\n  E711  2 rules  https://rules.example.org/docs/d/flake8/E711/\n');
	});

	test('a standard in the message leads where the code does not', async () => {
		const { text: after } = await linked(
			text,
			'a.c:1:1: warning: Insecure. CWE-119 [clang-analyzer-x.strcpy]\n',
			CATALOG,
		);
		expect(after).toContain(`\n  clang-analyzer-x.strcpy  About bounds  ${pageOf('bounds')}\n`);
	});

	test('a result with several names is one result', async () => {
		const { seen } = await linked(text, 'a.c:1:1: error: x [misc-y,cert-x1,-warnings-as-errors]\n', CATALOG);
		expect(seen).toEqual(['clang-tidy:cert-x1*']);
	});

	test('a title cannot end the line, or steer the terminal or a build server', async () => {
		const hostile = catalogOf({
			x: { title: 'A\n::error::##vso[x]\x1b]0;b\x07\u202e\u2028c', linters: { eslint: ['no-eval'] } },
		});
		const { text: after } = await linked(text, STYLISH, hostile);
		expect(after).toBe(`${STYLISH}\nRules:\n  no-eval  A ::error::# #vso[x] ]0;b c  ${pageOf('x')}\n`);
	});

	test('without a rule the text stays as it is', async () => {
		const report = 'a.js:6:1: No. [Error/no-var]\n';
		expect(await linked(text, report, CATALOG)).toEqual({ text: report, seen: ['eslint:no-var'], edits: 0 });
	});
});

describe('the list of an earlier run', () => {
	const LINKED = `${STYLISH}\nRules:\n${EVAL_ENTRY}\n`;

	test('is replaced when the catalog has changed', async () => {
		const moved = catalogOf(
			{ 'other-rule': { title: 'Ähnliches', linters: { eslint: ['no-eval'] } } },
			'https://new.example/',
		);
		const { text: after } = await linked(text, LINKED, moved);
		expect(after).toBe(`${STYLISH}\nRules:\n  no-eval  Ähnliches  https://new.example/rules/team/other-rule/\n`);
		expect((await linked(text, after, moved)).edits).toBe(0);
		expect((await linked(text, after, CATALOG)).text).toBe(LINKED);
	});

	test('goes when no rule is left', async () => {
		expect((await linked(text, LINKED, catalogOf({}))).text).toBe(`${STYLISH}\n`);
	});

	test.each([
		['a list of something else', `Rules:\n  indent  https://example.com/indent and more\n${STYLISH}`],
		['its heading alone', `${STYLISH}\nRules:\n`],
		['a list that stands in the middle', `a\n\nRules:\n  x  y  https://example.com/\n${STYLISH}`],
	])('is not %s', async (_, report) => {
		const { text: after } = await linked(text, report, CATALOG);
		expect(after.startsWith(report)).toBe(true);
		expect(after.endsWith(`\nRules:\n${EVAL_ENTRY}\n`)).toBe(true);
		expect((await linked(text, after, CATALOG)).edits).toBe(0);
	});
});

describe('on a terminal', () => {
	const link = (url: string, shown: string, end = '\x1b\\') => `\x1b]8;;${url}${end}${shown}\x1b]8;;${end}`;
	const linkedLine = async (line: string) =>
		(await linked(text, `${line}\n`, CATALOG, { hyperlinks: true })).text.split('\n')[0];

	test.each([
		['a code becomes a link', 'a.sh:1:1: note: Quote. [SC2086]', `a.sh:1:1: note: Quote. [${link(MOVE, 'SC2086')}]`],
		[
			'inside of its colours',
			'a.sh:1:1: note: Gänsefüßchen \x1b[2m[SC2086]\x1b[22m',
			`a.sh:1:1: note: Gänsefüßchen \x1b[2m[${link(MOVE, 'SC2086')}]\x1b[22m`,
		],
		[
			'each of several codes',
			'a.c:1:1: warning: x [bugprone-use-after-move,misc-y,cert-x1]',
			`a.c:1:1: warning: x [${link(MOVE, 'bugprone-use-after-move')},misc-y,${link(MOVE, 'cert-x1')}]`,
		],
		[
			'a link of the linter is replaced, with ESC \\',
			`a.js:6:1 ${link('https://biomejs.dev/x', 'lint/security/noGlobalEval')} ━━━`,
			`a.js:6:1 ${link(pageOf('no-eval'), 'lint/security/noGlobalEval')} ━━━`,
		],
		[
			'or with BEL, and a link of the file stays',
			`${link('file:///a.sh', 'a.sh', '\x07')}:1:1: note: Q. [${link('https://x.example/', 'SC2086', '\x07')}]`,
			`${link('file:///a.sh', 'a.sh', '\x07')}:1:1: note: Q. [${link(MOVE, 'SC2086', '\x07')}]`,
		],
		[
			'a link with parameters keeps them',
			'a.sh:1:1: note: Q. [\x1b]8;id=1;https://x.example/\x1b\\SC2086\x1b]8;;\x1b\\]',
			`a.sh:1:1: note: Q. [\x1b]8;id=1;${MOVE}\x1b\\SC2086\x1b]8;;\x1b\\]`,
		],
	])('%s', async (_, before, after) => {
		expect(await linkedLine(before)).toBe(after);
		expect(await linkedLine(after)).toBe(after);
	});

	test('the list is there as well, and linking twice changes nothing', async () => {
		const once = await linked(text, STYLISH, CATALOG, { hyperlinks: true });
		expect(once.text).toContain(`Rules:\n${EVAL_ENTRY}\n`);
		expect((await linked(text, once.text, CATALOG, { hyperlinks: true })).edits).toBe(0);
	});

	test('a last line that ends with half a line end gets the same list the second time', async () => {
		const once = await linked(text, 'a.py:1:8: F401 a\r', catalogOf({ a: { linters: { flake8: ['F401'] } } }));
		expect(once.edits).toBe(1);
		const again = await linked(text, once.text, catalogOf({ a: { linters: { flake8: ['F401'] } } }));
		expect(again.edits).toBe(0);
	});

	test('the links of a first run do not hide which linter wrote the lines', async () => {
		const codes = { ruff: { linters: { ruff: ['F401'] } }, flake8: { linters: { flake8: ['F401'] } } };
		const catalog = catalogOf(codes);
		const once = await linked(text, 'a.py:1:8: F401 [*] `os` imported\n', catalog, { hyperlinks: true });
		expect(once.text).toContain(pageOf('ruff'));
		expect((await linked(text, once.text, catalog, { hyperlinks: true })).edits).toBe(0);
	});

	test('elsewhere nothing in the lines changes, and links of the linter stay', async () => {
		const report = `a.js:6:1 ${link('https://biomejs.dev/x', 'lint/security/noGlobalEval')} ━━━\n`;
		expect((await linked(text, report, CATALOG)).text.startsWith(report)).toBe(true);
	});
});

describe('lines that machines read', () => {
	test.each([
		[
			"a workflow command of GitHub gets the address at its message's end",
			'::error title=ruff (S307),file=/a.py,line=1::a.py:1:1: S307 Use of eval%0A  help: no',
			`::error title=ruff (S307),file=/a.py,line=1::a.py:1:1: S307 Use of eval%0A  help: no (${pageOf('no-eval')})`,
		],
		[
			'and so does a command of Azure Pipelines',
			'##vso[task.logissue type=error;sourcepath=/a.py;code=S307;]Use of eval',
			`##vso[task.logissue type=error;sourcepath=/a.py;code=S307;]Use of eval (${pageOf('no-eval')})`,
		],
		[
			'an address of a former run is replaced',
			`::error title=ruff (S307),file=/a.py,line=1::Use of eval (${pageOf('former')})`,
			`::error title=ruff (S307),file=/a.py,line=1::Use of eval (${pageOf('no-eval')})`,
		],
	])('%s', async (_, before, after) => {
		for (const end of ['\n', '\r\n', '']) {
			expect((await linked(text, before + end, CATALOG)).text).toBe(after + end);
			expect((await linked(text, after + end, CATALOG, { hyperlinks: true })).edits).toBe(0);
		}
	});

	test.each([
		['GitHub', '::error title=ruff (S307),line=1::Use', '(https://x.example/%253Ba%2520b%2528/rules/team/r/)'],
		['Azure', '##vso[task.logissue code=S307;]Use', '(https://x.example/%AZP253Ba%20b%28/rules/team/r/)'],
	])('signs that %s would read are escaped', async (_, report, address) => {
		const odd = catalogOf({ r: { linters: { ruff: ['S307'] } } }, 'https://x.example/%3Ba%20b(/');
		const { text: after } = await linked(text, report, odd);
		expect(after).toBe(`${report} ${address}`);
		expect((await linked(text, after, odd)).edits).toBe(0);
	});

	test('the list in TAP is a comment', async () => {
		const report =
			'TAP version 14\n1..1\nnot ok 1 - a.css\n  ---\n  block-no-empty:\n    - message: "Empty block (block-no-empty)"\n  ...\n';
		const after = `${report}\n# Rules:\n#   block-no-empty  About block  ${pageOf('block')}\n`;
		expect((await linked(text, report, CATALOG)).text).toBe(after);
		expect((await linked(text, after, CATALOG)).edits).toBe(0);
	});
});

test("Ruff's full output names the code on the line before the place", async () => {
	const report = 'S307 Use of possibly insecure function\n --> a.py:13:22\n  |\n';
	expect((await linked(text, report, CATALOG)).seen).toEqual(['ruff:S307*']);
	expect((await linked(text, 'S307 is a code\nand no result\n', CATALOG)).seen).toEqual([]);
	expect((await linked(text, 'S307 ends the text', CATALOG)).seen).toEqual([]);
});

test.each([
	[
		"clang-tidy's YAML",
		"---\nMainSourceFile:  '/a.cpp'\nDiagnostics:\n",
		"clang-tidy's YAML has no place for links; use its text output",
	],
	['HTML', '<!DOCTYPE html>\n<html>', 'link its JSON'],
])('%s is refused with the way out', async (_, report, message) => {
	expect(text.detect({ head: report, name: 'report' })).toBe(true);
	await expect(async () => linked(text, report, CATALOG)).rejects.toThrow(message);
});

describe('hostile text', () => {
	const MEGABYTE = 1024 * 1024;
	const LINES = [
		'a:1:1: ',
		'a:1:1: error: x [',
		'  1:1  error  x  ',
		'::error title=',
		'##vso[task.logissue ',
		'(1,1): error ',
		'\x1b]8;;',
		'\x1b[',
		' [a',
		' (a',
		'a(',
		'[ ^-',
		'%',
		'\\',
		'A1',
		'Rules:',
		'\xff',
	];

	test.each(LINES)('a long line of %j is read in no time', async (part) => {
		const line = part.repeat(Math.ceil(MEGABYTE / part.length));
		expect((await linked(text, line, CATALOG, { piece: 64 * 1024 })).edits).toBe(0);
		const longest = line.slice(0, 64 * 1024 - 1);
		const match = lineMatcher('', null);
		expect(() => match(longest)).not.toThrow();
		expect(() => lineMatcher('', 'unknown-tool')(longest)).not.toThrow();
	});

	test('a result after a line that is too long keeps its place', async () => {
		const report = `${'x'.repeat(MEGABYTE)}\r\na.sh:1:1: note: Quote. [SC2086]\r\n`;
		const { text: after } = await linked(text, report, CATALOG, { hyperlinks: true, piece: 1000 });
		expect(after.slice(MEGABYTE + 2)).toContain(`[\x1b]8;;${MOVE}\x1b\\SC2086\x1b]8;;\x1b\\]\r\n`);
	});
});

test('any text stays as it is but for links and the list, and stays the same the second time', async () => {
	const line = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 20 }),
		fc.constantFrom('', 'Rules:', '# Rules:', `  a  b  ${MOVE}`, EVAL_ENTRY, '  1:1  error  x  no-eval', '\x1b[0m'),
		fc.constantFrom('a.sh:1:1: note: Ü [SC2086]', '\x1b]8;;https://x\x07a:1:1: No. [Error/no-eval]\x1b]8;;\x07'),
	);
	const end = fc.constantFrom('\n', '\r\n', '');
	await fc.assert(
		fc.asyncProperty(
			fc.array(line, { maxLength: 12 }),
			end,
			fc.boolean(),
			fc.integer({ min: 5, max: 50 }),
			async (lines, newline, hyperlinks, piece) => {
				const report = lines.join(newline || '\n').toWellFormed() + newline;
				const once = await linked(text, report, CATALOG, { hyperlinks, piece });
				const twice = await linked(text, once.text, CATALOG, { hyperlinks });
				expect(twice.text).toBe(once.text);
				expect(twice.edits).toBe(0);
				const plain = (all: string) => visible(all).text;
				const kept = plain(report).replace(
					/(?:^|(?<=\n))(?:# )?Rules:\r?\n(?:(?:# )? {2}\S.* {2}https?:\S+\r?\n?)+$/,
					'',
				);
				expect(plain(once.text).startsWith(kept)).toBe(true);
			},
		),
		{ numRuns: 60 },
	);
});
