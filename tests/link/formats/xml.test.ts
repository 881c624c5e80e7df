import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test, vi } from 'vitest';
import { checkstyle, codeOfSource } from '../../../src/link/formats/checkstyle.ts';
import { cppcheckXml } from '../../../src/link/formats/cppcheck-xml.ts';
import { junit } from '../../../src/link/formats/junit.ts';
import { pmd } from '../../../src/link/formats/pmd.ts';
import { spotbugs } from '../../../src/link/formats/spotbugs.ts';
import type { ReportFormat } from '../../../src/link/types.ts';
import { catalogOf, linked, pageOf } from './linking.ts';

// Many reports are linked for one property: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const CATALOG = catalogOf({
	'no-eval': {
		linters: { eslint: ['no-eval'], biome: ['lint/security/noGlobalEval'], ruff: ['S307'], pmd: ['NoEval'] },
	},
	quote: { linters: { shellcheck: ['SC2086'] } },
	bounds: { standards: ['CWE-788'] },
});
const EVAL = pageOf('no-eval');

const EDITS: readonly (readonly [name: string, format: ReportFormat, before: string, after: string])[] = [
	[
		'Checkstyle: the message ends with the address',
		checkstyle,
		'<checkstyle><file name="a"><error message="Bad." source="eslint.rules.no-eval" /></file></checkstyle>',
		`<checkstyle><file name="a"><error message="Bad. (${EVAL})" source="eslint.rules.no-eval" /></file></checkstyle>`,
	],
	[
		'single quotes, any spacing and a namespace stay as they are',
		checkstyle,
		"<c:checkstyle xmlns:c='urn:c'>\n<c:error\n\tmessage = 'Say &quot;no&quot; \u2026 '\n\tsource= 'ShellCheck.SC2086'></c:error ></c:checkstyle>",
		`<c:checkstyle xmlns:c='urn:c'>\n<c:error\n\tmessage = 'Say &quot;no&quot; \u2026 (${pageOf('quote')}) '\n\tsource= 'ShellCheck.SC2086'></c:error ></c:checkstyle>`,
	],
	[
		'an empty message is the address alone',
		checkstyle,
		'<checkstyle><error message="" source="eslint.rules.no-eval"/></checkstyle>',
		`<checkstyle><error message="(${EVAL})" source="eslint.rules.no-eval"/></checkstyle>`,
	],
	[
		'the address of a former page is replaced',
		checkstyle,
		`<checkstyle><error message="Bad. (${pageOf('old')})" source="eslint.rules.no-eval"/></checkstyle>`,
		`<checkstyle><error message="Bad. (${EVAL})" source="eslint.rules.no-eval"/></checkstyle>`,
	],
	[
		"another site's address stays",
		checkstyle,
		'<checkstyle><error message="Bad (https://example.com/)" source="eslint.rules.no-eval"/></checkstyle>',
		`<checkstyle><error message="Bad (https://example.com/) (${EVAL})" source="eslint.rules.no-eval"/></checkstyle>`,
	],
	[
		'comments, instructions and CDATA that look like results are none',
		checkstyle,
		'<?xml version="1.0"?><!-- <error source="eslint.rules.no-eval" message=""/> --><checkstyle><![CDATA[<error source="eslint.rules.no-eval" message=""/>]]><error message="a > b" source="eslint.rules.no-eval"/></checkstyle>',
		`<?xml version="1.0"?><!-- <error source="eslint.rules.no-eval" message=""/> --><checkstyle><![CDATA[<error source="eslint.rules.no-eval" message=""/>]]><error message="a > b (${EVAL})" source="eslint.rules.no-eval"/></checkstyle>`,
	],
	[
		'a code that is written with entities is understood',
		checkstyle,
		'<checkstyle><error message="Bad." source="eslint.rules.no&#45;ev&#x61;l"/></checkstyle>',
		`<checkstyle><error message="Bad. (${EVAL})" source="eslint.rules.no&#45;ev&#x61;l"/></checkstyle>`,
	],
	[
		'entities of a document type are never expanded',
		checkstyle,
		'<!DOCTYPE c [<!-- ]> --><!ENTITY a "]>"><!ENTITY b "&a;&a;&a;">]><checkstyle><error message="&b;" source="eslint.rules.no-eval"/></checkstyle>',
		`<!DOCTYPE c [<!-- ]> --><!ENTITY a "]>"><!ENTITY b "&a;&a;&a;">]><checkstyle><error message="&b; (${EVAL})" source="eslint.rules.no-eval"/></checkstyle>`,
	],
	[
		'Cppcheck: both messages end with the address, by a standard if need be',
		cppcheckXml,
		'<results version="2"><errors><error id="arrayIndex" msg="Out." verbose="Out of it." cwe="788"/></errors></results>',
		`<results version="2"><errors><error id="arrayIndex" msg="Out. (${pageOf('bounds')})" verbose="Out of it. (${pageOf('bounds')})" cwe="788"/></errors></results>`,
	],
	[
		'Cppcheck: its progress between the tags stays',
		cppcheckXml,
		'Checking <a>.cpp …\r\n<?xml version="1.0"?>\n<results version="2"><errors>1/2 files checked 50% done\n<error id="x" msg="Out." cwe="788"/></errors></results>\n',
		`Checking <a>.cpp …\r\n<?xml version="1.0"?>\n<results version="2"><errors>1/2 files checked 50% done\n<error id="x" msg="Out. (${pageOf('bounds')})" cwe="788"/></errors></results>\n`,
	],
	[
		'JUnit of Biome: message and text end with the address',
		junit,
		'<testsuites name="Biome"><testsuite name="a.js"><testcase name="org.biome.lint.security.noGlobalEval"><failure message="No.">line 6, No.</failure></testcase></testsuite></testsuites>',
		`<testsuites name="Biome"><testsuite name="a.js"><testcase name="org.biome.lint.security.noGlobalEval"><failure message="No. (${EVAL})">line 6, No. (${EVAL})</failure></testcase></testsuite></testsuites>`,
	],
	[
		'JUnit of ESLint: CDATA stays CDATA',
		junit,
		'<testsuites><testsuite package="org.eslint"><testcase name="org.eslint.no-eval"><failure message="No."><![CDATA[line 6, <No> & no.]]></failure></testcase></testsuite></testsuites>',
		`<testsuites><testsuite package="org.eslint"><testcase name="org.eslint.no-eval"><failure message="No. (${EVAL})"><![CDATA[line 6, <No> & no. (${EVAL})]]></failure></testcase></testsuite></testsuites>`,
	],
	[
		'JUnit of Ruff: properties between do not matter',
		junit,
		'<testsuites name="ruff"><testsuite name="a.py"><testcase name="org.ruff.S307"><properties><property name="x" value="y"/></properties><failure message="No."/></testcase></testsuite></testsuites>',
		`<testsuites name="ruff"><testsuite name="a.py"><testcase name="org.ruff.S307"><properties><property name="x" value="y"/></properties><failure message="No. (${EVAL})"/></testcase></testsuite></testsuites>`,
	],
	[
		'JUnit of oxlint: the suites name the linter',
		junit,
		'<testsuites name="Oxlint"><testsuite name="a.js"><testcase name="eslint(no-eval)"><failure>\n  line 6\n</failure></testcase></testsuite></testsuites>',
		`<testsuites name="Oxlint"><testsuite name="a.js"><testcase name="eslint(no-eval)"><failure>\n  line 6 (${EVAL})\n</failure></testcase></testsuite></testsuites>`,
	],
	[
		'PMD: the field for a link gets it',
		pmd,
		'<pmd><file name="A"><violation rule="NoEval" externalInfoUrl="https://pmd.example/#noeval">No.</violation></file></pmd>',
		`<pmd><file name="A"><violation rule="NoEval" externalInfoUrl="${EVAL}">No.</violation></file></pmd>`,
	],
	[
		'PMD: without the field it is added',
		pmd,
		'<pmd><file name="A"><violation rule="NoEval" priority=\'1\' >No.</violation></file></pmd>',
		`<pmd><file name="A"><violation rule="NoEval" priority='1' externalInfoUrl="${EVAL}" >No.</violation></file></pmd>`,
	],
	[
		'SpotBugs: the long message of the bug ends with the address, not that of its class',
		spotbugs,
		'<BugCollection><BugInstance type="X" cweid="788"><ShortMessage>X</ShortMessage><LongMessage>Out.</LongMessage><Class><LongMessage>In A</LongMessage></Class></BugInstance></BugCollection>',
		`<BugCollection><BugInstance type="X" cweid="788"><ShortMessage>X</ShortMessage><LongMessage>Out. (${pageOf('bounds')})</LongMessage><Class><LongMessage>In A</LongMessage></Class></BugInstance></BugCollection>`,
	],
];

describe('an XML report gets the addresses', () => {
	test.each(EDITS)('%s', async (_, format, before, after) => {
		for (const piece of [1, 7, 10_000]) {
			expect((await linked(format, before, CATALOG, { piece })).text).toBe(after);
			expect((await linked(format, after, CATALOG, { piece })).edits).toBe(0);
		}
	});
});

test.each([
	['eslint.rules.@typescript-eslint/no-x', 'eslint', '@typescript-eslint/no-x'],
	['stylelint.rules.block-no-empty', 'stylelint', 'block-no-empty'],
	['ShellCheck.SC2086', 'shellcheck', 'SC2086'],
	['SC2086', 'shellcheck', 'SC2086'],
	['DL3006', 'hadolint', 'DL3006'],
	['lint/style/useConst', 'biome', 'lint/style/useConst'],
	['eslint(no-eval)', 'oxlint', 'eslint(no-eval)'],
	['detekt.MagicNumber', 'detekt', 'MagicNumber'],
	['com.puppycrawl.tools.checkstyle.Style/StringLiterals', 'rubocop', 'Style/StringLiterals'],
	[
		'com.puppycrawl.tools.checkstyle.checks.coding.EmptyStatementCheck',
		'checkstyle',
		'com.puppycrawl.tools.checkstyle.checks.coding.EmptyStatementCheck',
	],
])('the source %s tells the linter', (source, linter, code) => {
	expect(codeOfSource(source, 'other')).toEqual({ linter, code });
});

describe('a report that does not name its linter', () => {
	const NO_TOOL = 'This format does not say which linter wrote it. Pass --tool eslint.';
	const CHECKSTYLE = '<checkstyle>\n<error source="no-eval" message="No."/></checkstyle>';
	const JUNIT = '<testsuites>\n<testsuite><testcase name="no-eval"><failure/></testcase></testsuite></testsuites>';

	test.each([
		['Checkstyle', checkstyle, CHECKSTYLE],
		['JUnit', junit, JUNIT],
	])('is linked with --tool, and else asks for it: %s', async (_, format, report) => {
		expect((await linked(format, report, CATALOG, { tool: 'eslint' })).seen).toEqual(['eslint:no-eval*']);
		await expect(linked(format, report, CATALOG)).rejects.toMatchObject({ message: NO_TOOL, line: 2 });
	});

	test.each([
		['without results', checkstyle, '<checkstyle version="4.3"/>'],
		['whose results have no code', checkstyle, '<checkstyle><error source="" message="Cannot parse"/></checkstyle>'],
		['whose tests all pass', junit, '<testsuites><testsuite><testcase name="x"/></testsuite></testsuites>'],
	])('has nothing to ask for %s', async (_, format, report) => {
		expect(await linked(format, report, CATALOG)).toEqual({ text: report, seen: [], edits: 0 });
	});
});

test('results without a rule of the linter are passed over, those without a rule of ours are counted', async () => {
	const report =
		'<testsuites name="ruff"><testcase name="org.ruff.invalid-syntax"><failure message="x"/></testcase><testcase name="org.ruff.F401"><failure message="x"/></testcase></testsuites>';
	expect(await linked(junit, report, CATALOG)).toEqual({ text: report, seen: ['ruff:F401'], edits: 0 });
});

test('a PMD report that lies about its entities is linked by what it says', async () => {
	const report = '<pmd><violation rule="&#x110000;&unknown;&#99999999;" /></pmd>';
	expect((await linked(pmd, report, CATALOG)).edits).toBe(0);
});

describe('a report that cannot be read says where', () => {
	test.each([
		[
			'cut off in a tag',
			'<checkstyle>\n<error message="x',
			'not whole: it stops inside of <checkstyle> from line 1. Was the linter stopped?',
		],
		[
			'cut off between tags',
			'<checkstyle>\n<file>\n',
			'not whole: it stops inside of <file> from line 2. Was the linter stopped?',
		],
		['cut off in CDATA', '<a>\n<![CDATA[ x', 'not whole: it stops inside of <a> from line 1. Was the linter stopped?'],
		['cut off in a comment', '<!-- x', 'not whole: it stops. Was the linter stopped?'],
		['wrongly closed', '<a>\n<b></a>', 'not XML: </a> stands where <b> of line 2 is to be closed'],
		['closed twice', '<a></a></a>', 'not XML: </a> closes nothing'],
		['no tag', '<a><b x=1></b></a>', 'not XML: <b x=1> is no tag'],
		['without a tag', 'nothing', 'not XML: there is no tag in it'],
		['too deep', '<a>'.repeat(2000), 'tags are nested more than 1000 deep'],
	])('%s', async (_, report, message) => {
		await expect(linked(checkstyle, report, CATALOG)).rejects.toThrow(message);
	});

	test('a tag without an end is not read into memory for ever', async () => {
		const report = `<a x="${'y'.repeat(9 * 1024 * 1024)}`;
		await expect(linked(checkstyle, report, CATALOG, { piece: 64 * 1024 })).rejects.toThrow('more than 8 MB');
	});
});

/** The messages of a Checkstyle report as another parser reads them. */
function messagesOf(report: string): readonly string[] {
	const parser = new SaxesParser({ xmlns: false });
	parser.ENTITIES['own'] = 'own';
	const messages: string[] = [];
	parser.on('error', (fault) => {
		throw fault;
	});
	parser.on('opentag', ({ name, attributes }) => {
		if (name === 'error') messages.push(attributes['message'] ?? '');
	});
	parser.write(report).close();
	return messages;
}

test('a report differs from its original in messages alone, and stays the same the second time', async () => {
	const word = fc.stringMatching(/^[A-Za-z\u00e9\u65e5 .()\u2026-]{0,12}$/);
	const escaped = fc.array(fc.oneof(word, fc.constantFrom('&lt;', '&amp;', '&#233;', '&own;', '>', "'")), {
		maxLength: 5,
	});
	const error = fc.record({
		message: escaped.map((parts) => parts.join('')),
		source: fc.constantFrom('eslint.rules.no-eval', 'eslint.rules.no-var', '', 'ShellCheck.SC2086'),
		before: fc.constantFrom('', '\n', '<!-- <error -->', '<?x "?>', '<other a="1"/>', 'text'),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(error, { maxLength: 8 }), fc.integer({ min: 1, max: 40 }), async (errors, piece) => {
			const report = `<checkstyle>${errors
				.map(({ message, source, before }) => `${before}<error line="1" message="${message}" source="${source}" />`)
				.join('')}</checkstyle>\n`;
			const once = await linked(checkstyle, report, CATALOG, { piece });
			expect(once.text.replaceAll(/ ?\(https:\/\/rules\.example\.org\/[^()]*\)/g, '')).toBe(report);
			const after = errors.map(({ source }, index) => {
				const before = messagesOf(report)[index] ?? '';
				const rule = source.endsWith('no-eval') ? 'no-eval' : source.endsWith('SC2086') ? 'quote' : null;
				if (rule === null) return before;
				const said = before.trimEnd();
				return `${said}${said === '' ? '' : ' '}(${pageOf(rule)})${before.slice(said.length)}`;
			});
			expect(messagesOf(once.text)).toEqual(after);
			expect((await linked(checkstyle, once.text, CATALOG, { piece: 11 })).text).toBe(once.text);
			expect(once.edits).toBe(errors.filter(({ source }) => /no-eval|SC2086/.test(source)).length);
		}),
	);
});
