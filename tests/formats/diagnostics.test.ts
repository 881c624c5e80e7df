import { describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES, type Diagnostic, diagnostic } from '../../src/domain/diagnostics.ts';
import { codeUrl } from '../../src/formats/addresses.ts';
import { countDiagnostics } from '../../src/formats/counts.ts';
import { diagnosticsGithub } from '../../src/formats/diagnostics-github.ts';
import { diagnosticsJson } from '../../src/formats/diagnostics-json.ts';
import { diagnosticsSarif } from '../../src/formats/diagnostics-sarif.ts';
import { codesText, diagnosticsText, severitiesText } from '../../src/formats/diagnostics-text.ts';
import { sarifFaults } from '../sarif-schema.ts';

const NO_SITE = { site: null, base: '/' };
const SITE = { site: 'https://rules.example.org', base: '/docs/' };

const TITLE = diagnostic('title-missing', 'content/p/a.md', { line: 1, column: 1 }, { empty: false });
const TAG = diagnostic('tag-number', 'content/p/a.md', { line: 4, column: 9 }, { written: '1e5', type: 'number' });
const LINK = diagnostic('link-broken', 'content/p/b.md', { line: 9, column: 3 }, { url: 'x,y:100%\r\nz' });
const ALL: readonly Diagnostic[] = [TITLE, TAG, LINK];

describe('the address of a code', () => {
	test.each([
		[SITE, 'https://rules.example.org/docs/rules/rule-authoring/title-missing/'],
		[{ ...SITE, base: '/' }, 'https://rules.example.org/rules/rule-authoring/title-missing/'],
		[NO_SITE, null],
	])('%j', (where, url) => {
		expect(codeUrl(where, 'title-missing')).toBe(url);
	});
});

describe('text', () => {
	test('a line that editors follow, what was expected, what to do; files apart', () => {
		expect(diagnosticsText(ALL)).toBe(
			[
				'content/p/a.md:1:1: error[title-missing] The frontmatter has no `title`',
				'    expected a title that says what to do, such as `title: Close what you open`',
				'    fix      Add a `title`, or let the file name begin with `_` if this is no rule',
				'content/p/a.md:4:9: warning[tag-number] `1e5` is a number in YAML, not a word',
				'    expected a tag of at least one letter or digit',
				'    fix      Put it in quotes: "1e5"',
				'',
				'content/p/b.md:9:3: warning[link-broken] The link "x,y:100% z" leads to no rule or file of this pack; it is shown as plain text',
				'    expected the path of a file, relative to this one, or a whole address with https://',
				'    fix      Correct the path, or write the whole address',
				'',
			].join('\n'),
		);
	});

	test('nothing for nothing', () => {
		expect(diagnosticsText([])).toBe('');
	});

	test('text of a content file cannot drive the terminal', () => {
		const hostile = diagnostic(
			'link-broken',
			'a\u001b.md',
			{ line: 1, column: 1 },
			{ url: '\u001b]0;x\u0007\u009b1m' },
		);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
		expect(diagnosticsText([hostile])).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
	});

	test('pieces are painted by what they are', () => {
		const text = diagnosticsText([TITLE], (ink, piece) => `<${ink}>${piece}</${ink}>`);
		expect(text).toContain('<place>content/p/a.md:1:1</place>: <error>error</error>[title-missing] The frontmatter');
		expect(text).toContain('<faint>fix</faint>');
	});

	test('counts by code, most frequent first, then by code', () => {
		const many = [TAG, LINK, ...Array.from({ length: 10 }, () => TITLE)];
		expect(codesText(countDiagnostics(many).byCode)).toBe(
			[
				'  10  error    title-missing  The rule has no title',
				'   1  warning  link-broken    A relative link leads nowhere',
				'   1  warning  tag-number     A tag is a number or another non-word',
				'',
			].join('\n'),
		);
	});

	test.each([
		[[], 'No problems'],
		[[TITLE], '1 error'],
		[[TAG, LINK, TITLE], '1 error, 2 warnings'],
		[Array.from({ length: 1234 }, () => TAG), '1,234 warnings'],
	])('counts by severity %#', (diagnostics, text) => {
		expect(severitiesText(countDiagnostics(diagnostics).bySeverity)).toBe(text);
	});
});

describe('json', () => {
	test('a version, counts, and every diagnostic with its place, words and address', () => {
		expect(JSON.parse(diagnosticsJson(ALL, SITE))).toMatchObject({
			version: 1,
			counts: { error: 1, warning: 2, info: 0, byCode: { 'link-broken': 1, 'tag-number': 1, 'title-missing': 1 } },
			diagnostics: [
				{
					file: 'content/p/a.md',
					line: 1,
					column: 1,
					severity: 'error',
					code: 'title-missing',
					found: 'The frontmatter has no `title`',
					expected: 'a title that says what to do, such as `title: Close what you open`',
					fix: 'Add a `title`, or let the file name begin with `_` if this is no rule',
					url: 'https://rules.example.org/docs/rules/rule-authoring/title-missing/',
				},
				{ line: 4, column: 9, code: 'tag-number' },
				{ code: 'link-broken' },
			],
		});
	});

	test('no address without a site, a line end at the end', () => {
		const text = diagnosticsJson([TITLE], NO_SITE);
		expect(JSON.parse(text).diagnostics[0].url).toBeNull();
		expect(text.endsWith('}\n')).toBe(true);
	});
});

describe('github', () => {
	test('one command a line, with every escape the runner asks for', () => {
		expect(diagnosticsGithub([LINK], SITE)).toBe(
			'::warning file=content/p/b.md,line=9,col=3,title=link-broken::' +
				'The link "x,y:100%25%0D%0Az" leads to no rule or file of this pack; it is shown as plain text%0A' +
				'Expected: the path of a file, relative to this one, or a whole address with https://%0A' +
				'Fix: Correct the path, or write the whole address%0A' +
				'https://rules.example.org/docs/rules/rule-authoring/link-broken/\n',
		);
	});

	test('a comma or colon in a path does not end the property', () => {
		const odd = { ...TITLE, file: 'a:b,c%.md' };
		expect(diagnosticsGithub([odd], NO_SITE)).toMatch(/^::error file=a%3Ab%2Cc%25\.md,line=1,/);
	});

	test('info is a notice', () => {
		const info = diagnostic('examples-missing', 'a.md', { line: 1, column: 1 }, {});
		expect(diagnosticsGithub([info], NO_SITE)).toMatch(/^::notice /);
	});
});

describe('sarif', () => {
	const run = (diagnostics: readonly Diagnostic[], where = NO_SITE as Parameters<typeof diagnosticsSarif>[1]) => {
		const log = JSON.parse(diagnosticsSarif(diagnostics, where, '1.2.3'));
		expect(log.version).toBe('2.1.0');
		expect(log.runs).toHaveLength(1);
		return log.runs[0];
	};

	test('describes every code in the way code scanning requires', () => {
		const { driver } = run([]).tool;
		expect(driver.semanticVersion).toBe('1.2.3');
		expect(driver.rules.map((rule: { id: string }) => rule.id)).toEqual(DIAGNOSTIC_CODES);
		for (const rule of driver.rules) {
			expect(rule.shortDescription.text).toMatch(/^.{5,1023}\.$/);
			expect(rule.fullDescription.text).toMatch(/^.{5,1023}\.$/);
			expect(rule.help.text).toContain(rule.id);
			expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
		}
	});

	test.each([
		['without a site', NO_SITE],
		['with a site', SITE],
	])('is valid by the official schema, %s', (_, where) => {
		const named = [
			...ALL,
			{ ...TITLE, file: 'https://rules.example.org/rules.json' },
			{ ...TITLE, file: 'a b/规则.md' },
		];
		expect(sarifFaults(JSON.parse(diagnosticsSarif(named, where, '1.2.3')))).toEqual([]);
	});

	test('leads to the pages about the codes, when a site has them', () => {
		expect(run([], SITE).tool.driver.informationUri).toBe('https://rules.example.org/docs/packs/rule-authoring/');
		expect(run([]).tool.driver).not.toHaveProperty('informationUri');
	});

	test('a run that found nothing has an empty list of results', () => {
		expect(run([]).results).toEqual([]);
	});

	test('helpUri is a whole URL or is not there', () => {
		for (const rule of run([]).tool.driver.rules) expect(rule).not.toHaveProperty('helpUri');
		for (const rule of run([], SITE).tool.driver.rules) {
			expect(rule.helpUri).toBe(`https://rules.example.org/docs/rules/rule-authoring/${rule.id}/`);
			expect(rule.help.markdown).toContain(`(${rule.helpUri})`);
		}
	});

	test('a result names its rule, level and place', () => {
		const { columnKind, results, tool } = run([TITLE, TAG]);
		expect(columnKind).toBe('utf16CodeUnits');
		expect(results[1]).toMatchObject({
			ruleId: 'tag-number',
			level: 'warning',
			locations: [
				{
					physicalLocation: {
						artifactLocation: { uri: 'content/p/a.md' },
						region: { startLine: 4, startColumn: 9 },
					},
				},
			],
		});
		expect(tool.driver.rules[results[1].ruleIndex].id).toBe('tag-number');
		expect(results[0].message.text).toMatch(/^The frontmatter has no `title`\. Expected: .*\. Fix: .*\.$/);
	});

	test.each([
		['packs/(quality) #1/100%.md', 'packs/(quality)%20%231/100%25.md'],
		['../规则/a.md', '../%E8%A7%84%E5%88%99/a.md'],
		['/abs/a b.md', 'file:///abs/a%20b.md'],
		['C:\\packs\\a.md', 'file:///C:/packs/a.md'],
		['a:b.md', 'a%3Ab.md'],
		['https://rules.example.org/rules.json', 'https://rules.example.org/rules.json'],
	])('the path %s is the URI %s', (file, uri) => {
		const [result] = run([{ ...TITLE, file }]).results;
		expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
	});
});
