import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../../src/link/detect.ts';
import { reportOf } from '../report.ts';
import { eslintLog, faultsOf, linkSarif, log, pageOf, rulesOf, SITE, sarifCatalog } from './sarif-log.ts';

const PAGE = pageOf('p/eval');
const MARKDOWN = `**[About p/eval](${PAGE})** (Example rules)\n\nWhat \\*p/eval\\* asks for.`;

describe('what a descriptor becomes', () => {
	test('nothing but an id: everything that viewers and GitHub ask for', async () => {
		const { text } = await linkSarif(eslintLog([{ id: 'no-eval' }], ['no-eval']));
		expect(rulesOf(text)[0]).toMatchObject({
			id: 'no-eval',
			helpUri: PAGE,
			shortDescription: { text: 'About p/eval' },
			fullDescription: { text: 'What *p/eval* asks for.' },
			help: { text: `About p/eval: What *p/eval* asks for.\n${PAGE}`, markdown: MARKDOWN },
		});
		expect(faultsOf(text)).toEqual([]);
	});

	test("the tool's own help stays below a line, with a link to its own page", async () => {
		const own = {
			id: 'no-eval',
			name: 'NoEval',
			helpUri: 'https://eslint.org/docs/latest/rules/no-eval',
			shortDescription: { text: 'Short' },
			fullDescription: { text: 'Full' },
			help: { text: 'Help', markdown: '# Help' },
		};
		const { text } = await linkSarif(eslintLog([own]));
		const [rule] = rulesOf(text);
		expect(rule).toMatchObject({
			name: 'NoEval',
			shortDescription: { text: 'Short' },
			fullDescription: { text: 'Full' },
		});
		expect(rule?.['helpUri']).toBe(PAGE);
		const page = '[ESLint: no-eval](https://eslint.org/docs/latest/rules/no-eval)';
		expect(rule?.['help']).toEqual({ text: 'Help', markdown: `${MARKDOWN}\n\n---\n\n# Help\n\n${page}` });
		expect(rule?.['properties']).toEqual({
			ruleDocs: {
				original: { helpUri: 'https://eslint.org/docs/latest/rules/no-eval', helpMarkdown: '# Help' },
				properties: null,
			},
		});
	});

	test.each([
		['plain help is shown as it is', { text: '# 1 < 2 & *x*\n- a\n1. b' }, '\\# 1 \\< 2 \\& \\*x\\*\n\\- a\n1\\. b'],
		['empty help is none', { text: ' ', markdown: '' }, null],
	])('%s', async (_, help, shown) => {
		const { text } = await linkSarif(eslintLog([{ id: 'no-eval', help }]));
		const markdown = shown === null ? MARKDOWN : `${MARKDOWN}\n\n---\n\n${shown}`;
		expect(rulesOf(text)[0]?.['help']).toMatchObject({ markdown });
	});

	test('a code of several rules leads to the page that lists them', async () => {
		const { text } = await linkSarif(eslintLog([{ id: 'shared' }]));
		const [rule] = rulesOf(text);
		expect(rule?.['helpUri']).toBe(`${SITE}d/eslint/shared/`);
		expect(JSON.stringify(rule?.['help'])).toContain(
			`**[2 rules](${SITE}d/eslint/shared/)** (Example rules)\\n\\n- [About p/eval](${PAGE})\\n- [About p/shared]`,
		);
	});

	test.each(['', 'Please see details in message', 'docs/rule.md'])('a helpUri "%s" is dropped', async (helpUri) => {
		const before = eslintLog([
			{ id: 'other', helpUri },
			{ id: 'no-eval', helpUri },
		]);
		expect(faultsOf(before)).not.toEqual([]);
		const { text } = await linkSarif(before);
		expect(faultsOf(text)).toEqual([]);
		const kept = { ruleDocs: { original: { helpUri }, properties: null } };
		expect(rulesOf(text)[0]).toEqual({ id: 'other', properties: kept });
		expect(rulesOf(text)[1]).toMatchObject({ helpUri: PAGE });
	});

	test('a helpUri with letters that no URI has is encoded', async () => {
		const { text } = await linkSarif(eslintLog([{ id: 'other', helpUri: 'https://x.example/ä b' }]));
		expect(rulesOf(text)[0]).toMatchObject({ helpUri: 'https://x.example/%C3%A4%20b' });
	});

	test('a property bag that is there stays, with all that is in it', async () => {
		const rule = '{"id":"no-eval","properties":{"precision":9.9000000000000004,"x":"\\/"}}';
		const { text } = await linkSarif(
			`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"ESLint","rules":[${rule}]}}}]}`,
		);
		expect(text).toContain('"properties":{"precision":9.9000000000000004,"x":"\\/","ruleDocs":');
	});
});

describe('how a result leads to its rule', () => {
	const tool = { driver: { name: 'some-tool', rules: [{ id: 'other' }, { id: 'deep' }] } };
	const message = { text: 'm' };

	test.each([
		['ruleId', { ruleId: 'deep' }, 'deep'],
		['ruleIndex', { ruleIndex: 1 }, 'deep'],
		['rule.id', { rule: { id: 'deep' } }, 'deep'],
		['rule.index', { rule: { index: 1 } }, 'deep'],
		['a hierarchical ruleId', { ruleId: 'deep/er' }, 'deep'],
		['a ruleIndex of -1', { ruleId: 'deep', ruleIndex: -1 }, 'deep'],
		['a ruleIndex that says something else', { ruleId: 'deep', ruleIndex: 0 }, 'deep'],
	])('%s', async (_, result, code) => {
		const { text, result: linked } = await linkSarif(log({ tool, results: [{ ...result, message }] }));
		expect(linked.codes).toMatchObject([{ name: { linter: 'some-tool', code }, count: 1, link: { url: PAGE } }]);
		expect(rulesOf(text)).toHaveLength(2);
	});

	test.each([
		['of a known linter', 'Host', 'ESLint', 'no-eval'],
		["of the driver's own", 'some-tool', 'some-tool/queries', 'deep'],
	])('through an extension %s', async (_, host, name, id) => {
		const rule = { id, index: 0, toolComponent: { index: 0 } };
		const whole = { driver: { name: host }, extensions: [{ name, rules: [{ id }] }] };
		const { text, result } = await linkSarif(log({ tool: whole, results: [{ rule, message }] }));
		expect(result.codes).toMatchObject([{ link: { url: PAGE } }]);
		const { driver, extensions } = JSON.parse(text).runs[0].tool;
		expect(driver).toEqual({ name: host });
		expect(extensions[0].rules).toMatchObject([{ id, helpUri: PAGE }]);
	});

	test.each([
		['a tag of GitHub', { properties: { tags: ['external/cwe/cwe-094'] } }],
		['a tag of Semgrep', { properties: { tags: ['CWE-94: Improper Control of Generation of Code'] } }],
		['a relationship', { relationships: [{ target: { id: '94', toolComponent: { name: 'CWE' } } }] }],
		['a relationship with a whole name', { relationships: [{ target: { id: 'CWE-94' } }] }],
	])('through a CWE in %s', async (_, words) => {
		const { text } = await linkSarif(eslintLog([{ id: 'unheard-of', ...words }]));
		expect(rulesOf(text)[0]).toMatchObject({ helpUri: pageOf('p/injection') });
	});

	test('through a CWE of the result', async () => {
		const taxa = [{ id: '94', toolComponent: { name: 'CWE' } }];
		const driver = { name: 'x', rules: [{ id: 'unheard-of' }] };
		const { text } = await linkSarif(log({ tool: { driver }, results: [{ ruleId: 'unheard-of', taxa, message }] }));
		expect(rulesOf(text)[0]).toMatchObject({ helpUri: pageOf('p/injection') });
	});

	test('a tool that is not known is what --tool says', async () => {
		const before = log({ tool: { driver: { name: 'Wrapper 3000', rules: [{ id: 'no-eval' }] } } });
		expect(rulesOf((await linkSarif(before)).text)[0]).not.toHaveProperty('helpUri');
		expect(rulesOf((await linkSarif(before, { tool: 'eslint' })).text)[0]).toMatchObject({ helpUri: PAGE });
	});
});

describe('a mapped result without a descriptor', () => {
	test('gets one at the end of the rules, once', async () => {
		const { text } = await linkSarif(eslintLog([{ id: 'other' }], ['no-eval', 'shared', 'no-eval', 'unheard-of']));
		expect(rulesOf(text).map(({ id }) => id)).toEqual(['other', 'no-eval', 'shared']);
		expect(faultsOf(text)).toEqual([]);
	});

	test('also where the driver has no rules, and under the id that the result has', async () => {
		const results = [{ ruleId: 'A/b/c', message: { text: 'm' } }];
		const { text } = await linkSarif(log({ tool: { driver: { name: 'some-tool' } }, results }));
		expect(rulesOf(text)).toMatchObject([{ id: 'A/b/c', helpUri: PAGE }]);
	});

	test('gets none where an index that leads nowhere would lead to it', async () => {
		const results = [{ ruleId: 'no-eval', ruleIndex: 0, message: { text: 'm' } }];
		const { text, result } = await linkSarif(log({ tool: { driver: { name: 'ESLint', rules: [] } }, results }));
		expect(rulesOf(text)).toEqual([]);
		expect(result.warnings.map((one) => one.message)).toEqual([
			'a result has a ruleIndex that leads to no rule; no rules are added for results without one',
		]);
	});
});

describe('files that are odd and right', () => {
	test.each([
		['no runs', '{"version":"2.1.0","runs":[]}'],
		['results that are null', log({ tool: { driver: { name: 'ESLint' } }, results: null })],
		['a run without a tool', '{"version":"2.1.0","runs":[{}]}'],
		['results without a rule', log({ tool: { driver: { name: 'x' } }, results: [{ message: { text: 'm' } }] })],
		['a rule without an id', eslintLog([{}, null])],
	])('%s: no byte changes', async (_, text) => {
		expect((await linkSarif(text)).text).toBe(text);
	});

	test('several runs, each with its own tool, and runs before the version', async () => {
		const run = (name: string) => ({
			results: [{ ruleId: 'no-eval' }],
			tool: { driver: { name, rules: [{ id: 'no-eval' }] } },
		});
		const { text } = await linkSarif(JSON.stringify({ runs: [run('x'), run('ESLint')], version: '2.1.0' }));
		const links = JSON.parse(text).runs.map(
			(one: ReturnType<typeof run>) => 'helpUri' in (one.tool.driver.rules[0] ?? {}),
		);
		expect(links).toEqual([false, true]);
	});

	test('text after the file is kept, with a warning', async () => {
		const { text, result } = await linkSarif(`${eslintLog([{ id: 'no-eval' }])}\n4 warnings generated.\n`);
		expect(text).toMatch(/\}\n4 warnings generated\.\n$/);
		expect(result.warnings.map(({ message }) => message)).toEqual([
			'text after the JSON, kept as it is: 4 warnings generated.',
		]);
	});
});

describe('files that cannot be linked', () => {
	test.each([
		[
			'{"version":"2.0.0","runs":[]}',
			'SARIF version 2.0.0 is not supported, only 2.1.0. sarif-multitool can update it.',
		],
		['{"runs":[]}', 'SARIF without a version is not supported'],
		['{"version":"2.1.0","runs":[', 'not JSON (it stops after 27 characters). Was the linter stopped, or did it'],
		['{"version":"2.1.0","runs":[}', 'not JSON (it goes wrong after 27 characters)'],
		[' \n', 'No input. The linter wrote nothing to standard output. stylelint writes to standard error; use'],
	])('%s', async (text, message) => {
		await expect(linkSarif(text)).rejects.toThrow(message);
	});
});

describe('a second run', () => {
	const before = eslintLog(
		[
			{ id: 'no-eval', helpUri: 'https://eslint.org/x', help: { text: 'h' } },
			{ id: 'x', helpUri: '' },
		],
		['shared'],
	);

	test('changes no byte', async () => {
		const first = await linkSarif(before);
		const second = await linkSarif(first.text);
		expect(second.text).toBe(first.text);
		expect(second.result.edits).toBe(0);
	});

	test('with a site that has moved puts the new links in the place of the old', async () => {
		const moved = sarifCatalog('https://moved.example.net/');
		const { text } = await linkSarif((await linkSarif(before)).text, { catalog: moved });
		expect(text).toBe((await linkSarif(before, { catalog: moved })).text);
		expect(text).not.toContain(SITE);
	});

	test("with a catalog that has no rule for a code brings the tool's own words back", async () => {
		const whole = eslintLog([
			{ id: 'no-eval', helpUri: 'https://eslint.org/x', help: { text: 'h' } },
			{ id: 'shared' },
		]);
		const none = { ...sarifCatalog(), find: () => null };
		const { text } = await linkSarif((await linkSarif(whole)).text, { catalog: none });
		expect(JSON.parse(text)).toEqual(JSON.parse(whole));
	});
});

describe('--repair', () => {
	const region = { startLine: 3, startColumn: 0, endLine: 3, endColumn: 0 };
	const properties = { 'security-severity': 9.9, tags: [] };
	const before = log({
		tool: {
			driver: {
				name: 'ESLint',
				rules: [
					{ id: 'no-eval', properties },
					{ id: 'x', properties },
				],
			},
		},
		results: [
			{
				ruleId: 'x',
				message: { text: 'm' },
				locations: [{ physicalLocation: { artifactLocation: { uri: 'a.js' }, region } }],
			},
		],
	});

	test('takes columns of 0 away and writes severities as text', async () => {
		expect(faultsOf(before)).not.toEqual([]);
		const { text, result } = await linkSarif(before, { repair: true });
		expect(faultsOf(text)).toEqual([]);
		const [run] = JSON.parse(text).runs;
		expect(run.results[0].locations[0].physicalLocation.region).toEqual({ startLine: 3, endLine: 3 });
		expect(rulesOf(text)).toMatchObject([
			{ properties: { 'security-severity': '9.9' } },
			{ properties: { 'security-severity': '9.9' } },
		]);
		expect(result.warnings).toEqual([]);
		expect((await linkSarif(text, { repair: true })).text).toBe(text);
	});

	test('is not done unasked, but said', async () => {
		const { text, result } = await linkSarif(before);
		expect(JSON.parse(text).runs[0].results).toEqual(JSON.parse(before).runs[0].results);
		expect(result.warnings).toEqual([
			{
				message:
					'2 rules, such as no-eval, have a security-severity that is a number; GitHub takes text only. --repair makes it text',
				line: null,
			},
		]);
	});
});

test.each([
	['21 tags', { properties: { tags: Array.from({ length: 21 }, (_, at) => `t${at}`) } }, 'more than 20 tags'],
	[
		'a long fullDescription',
		{ fullDescription: { text: 'x'.repeat(1025) } },
		'a fullDescription of more than 1,024 char',
	],
	[
		'a long shortDescription',
		{ shortDescription: { text: 'x'.repeat(1025) } },
		'a shortDescription of more than 1,024',
	],
	['a long name', { name: 'x'.repeat(256) }, 'a name of more than 255 characters'],
])("GitHub's limits: %s", async (_, words, message) => {
	const { result } = await linkSarif(eslintLog([{ id: 'r', ...words }]));
	expect(result.warnings.map((one) => one.message)).toEqual([expect.stringContaining(`the rule r has ${message}`)]);
});

test("GitHub's limits: 21 runs", async () => {
	const run = { tool: { driver: { name: 'x' } } };
	const { result } = await linkSarif(log(...Array.from({ length: 21 }, () => run)));
	expect(result.warnings[0]?.message).toBe('21 runs; GitHub takes a file with 20 at most');
});

test.each([
	['report.txt', '{"$schema":"https://x/sarif-schema-2.1.0.json","a":1}'],
	['report.json', '{"version": "2.1.0",\n "runs": [{'],
	['report.json', '{"runs":[],"version":"2.1.0"}'],
	['report.json', '{"version": "2.0.0", "runs": null}'],
	['report.SARIF', '{"inlineExternalProperties":[]}'],
])('%s with %s is told to be SARIF', (name, text) => {
	expect(detectFormat(reportOf(text, name)).name).toBe('sarif');
});
