import { expect, test } from 'vitest';
import { detectFormat } from '../../../src/link/detect.ts';
import { REPORT_FORMATS } from '../../../src/link/formats/list.ts';

const UNKNOWN = 'cannot tell which linter wrote this';

const HEADS: readonly (readonly [title: string, head: string, format: string | null])[] = [
	['Checkstyle', '<?xml version="1.0"?>\n<!-- x -->\n<checkstyle version="4.3">', 'checkstyle'],
	['Checkstyle in a namespace, cut off', "\n<c:checkstyle xmlns:c='urn:c'><c:file", 'checkstyle'],
	['Checkstyle with a document type', '<!DOCTYPE checkstyle [<!ENTITY x "<pmd>">]><checkstyle>', 'checkstyle'],
	['JUnit', '<?xml version="1.0"?><testsuites name="ruff" tests="1">', 'junit'],
	['JUnit with one suite', '<testsuite name="a">', 'junit'],
	['Cppcheck', '<?xml version="1.0"?>\n<results version="2">', 'cppcheck'],
	['Cppcheck after its progress', 'Checking <a>.cpp ...\n<?xml version="1.0"?>\n<results version="2">', 'cppcheck'],
	['PMD', '<pmd xmlns="http://pmd.sourceforge.net/report/2.0.0">', 'pmd'],
	['SpotBugs', '<BugCollection version="4.8">', 'spotbugs'],
	['XML of something else', '<?xml version="1.0"?><rss><error message="a:1:1: x [SC2086]"/>', null],
	['XML that is none', '<<checkstyle>', null],
	['SARIF', '{"version":"2.1.0","runs":[]}', 'sarif'],
	['JSON of something else', '{\n  "a": "x"\n}', null],
	['JSON of something else that quotes a result', '{\n"a": "\na.sh:1:1: note: Quote. [SC2086]\n"}', null],
	['results of ShellCheck', 'a.sh:1:1: note: Quote. [SC2086]\n', 'text'],
	[
		'results between colours',
		'\n\x1b[4m/a.js\x1b[24m\n  \x1b[2m2:1\x1b[22m  \x1b[31merror\x1b[39m  No   \x1b[2mno-eval\x1b[22m\n',
		'text',
	],
	['results after what npm prints', '\n> app@1.0.0 lint\n> eslint .\n\n/a.js\n  2:1  error  No   no-eval\n', 'text'],
	['results after a bracket', '[/app/main.go:12] - G104 (CWE-703): Errors unhandled\n', 'text'],
	['results between much source code', `${'  1 | x\n'.repeat(150)}a.sh:1:1: note: Quote. [SC2086]\n`, 'text'],
	['a log that names a result by chance', `${'all is well\n'.repeat(500)}a.sh:1:1: note: Quote. [SC2086]\n`, null],
	['workflow commands', '::error title=ruff (F401),file=a.py::x\n', 'text'],
	['TAP', 'TAP version 14\nnot ok 1 - a\n  - message: "Empty block (block-no-empty)"\n', 'text'],
	["Ruff's full output", 'F401 [*] `os` imported\n --> a.py:1:8\n', 'text'],
	["clang-tidy's YAML, to say that it cannot be linked", "---\nMainSourceFile: 'a.cpp'\n", 'text'],
	['HTML, to say that it cannot be linked', '\n<!doctype HTML>\n<title>x</title>', 'text'],
	['prose', 'All files are fine.\nSee you.\n', null],
];

test.each(HEADS)('%s is known by its head', (_, head, format) => {
	const found = () => detectFormat({ head, name: 'report' }).name;
	if (format === null) expect(found).toThrow(UNKNOWN);
	else expect(found()).toBe(format);
});

test('no format but the plain text and its own takes the head of another', () => {
	for (const [title, head, format] of HEADS) {
		const takers = REPORT_FORMATS.filter((one) => one.detect({ head, name: 'report' })).map(({ name }) => name);
		expect([title, takers]).toEqual([title, format === null ? [] : [format]]);
	}
});
