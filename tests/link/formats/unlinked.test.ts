import { describe, expect, it } from 'vitest';
import { linkText } from '../../../src/link/link-text.ts';
import { catalogOf, SITE } from '../helpers/catalog.ts';
import { linked } from './link-json.ts';

const NOTHING = catalogOf({});
const CATALOG = catalogOf({
	'js/no-dynamic-eval': { eslint: ['no-eval'], biome: ['lint/security/noGlobalEval'] },
	'sh/quote': { shellcheck: ['SC2086'] },
	'c/bounds': { cppcheck: ['arrayIndexOutOfBounds'], spotbugs: ['SQL'], ruff: ['F401'] },
});

const ISSUE = { description: 'x', check_name: 'eslint(no-eval)', fingerprint: '1', location: { path: 'a.js' } };

const REPORTS: readonly (readonly [format: string, report: string])[] = [
	['ESLint', JSON.stringify([{ filePath: 'a.js', messages: [{ ruleId: 'no-eval', message: 'Eval (bad).\n' }] }])],
	['ShellCheck', JSON.stringify([{ file: 'a', level: 'info', code: 2086, message: 'Quote.' }], null, 2)],
	['a message that is empty', JSON.stringify([{ file: 'a', level: 'info', code: 2086, message: '' }])],
	['GitLab', JSON.stringify([{ ...ISSUE, content: { body: 'Text.' } }])],
	['Checkstyle', '<checkstyle><error message="Bad." source="eslint.rules.no-eval"/></checkstyle>'],
	['Cppcheck', '<results><errors><error id="arrayIndexOutOfBounds" msg="a" verbose="b c"/></errors></results>'],
	[
		'JUnit',
		'<testsuites><testcase name="org.eslint.no-eval"><failure message="a"><![CDATA[b]]></failure></testcase></testsuites>',
	],
	[
		'SpotBugs',
		'<BugCollection><BugInstance type="SQL"><LongMessage>x</LongMessage><Class><LongMessage>y</LongMessage></Class></BugInstance></BugCollection>',
	],
	['text that ends with an empty line', 'a.sh:2:10: note: Double quote. [SC2086]\n\n'],
	['commands of GitHub', '::error title=lint/security/noGlobalEval,file=/a.js,line=6::Do not use eval().\n'],
	['commands of Azure', '##vso[task.logissue type=error;sourcepath=/a.py;linenumber=1;code=F401;]`os` imported\n'],
];

describe('a link whose code has no rule any more', () => {
	it.each(REPORTS)('is taken away: %s', async (_, report) => {
		const first = await linked(report, CATALOG);
		expect(first.text).toContain(`${SITE}rules/`);
		const second = await linked(first.text, NOTHING);
		expect(second.text).toBe(report);
		expect(second.codes).toMatchObject([{ link: null }]);
	});

	it.each([
		['of another site', '(https://example.com/rules/a/)'],
		['to a page that is no rule', `(${SITE})`],
		['with words beside it', `(${SITE}rules/js/old/ says so)`],
	])('stays when it is none of ours: %s', async (_, address) => {
		const report = JSON.stringify([{ file: 'a', level: 'info', code: 2086, message: `Quote ${address}` }]);
		expect(await linked(report, NOTHING)).toMatchObject({ text: report, edits: 0 });
	});
});

describe('what is no rule', () => {
	it.each([
		['Biome', '::error title=parse,file=/a.js,line=1::expected', 'biome'],
		['Ruff', '##vso[task.logissue type=error;sourcepath=/a.py;linenumber=1;code=invalid-syntax;]x', 'ruff'],
		['Ruff on GitHub', '::error title=ruff (invalid-syntax),file=/a.py,line=1::x', 'ruff'],
		['Oxlint', '::error file=a.js,line=1,title=oxlint::x', 'oxlint'],
		[
			'Clang',
			JSON.stringify({
				version: '2.1.0',
				runs: [{ tool: { driver: { name: 'clang' } }, results: [{ ruleId: '5394', message: { text: 'x' } }] }],
			}),
			null,
		],
	])('needs no rule: %s', async (_, report, tool) => {
		const { codes } = await linkText(report, CATALOG, tool === null ? {} : { tool, from: 'text' });
		expect(codes).toEqual([]);
	});
});
