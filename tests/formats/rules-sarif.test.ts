import fc from 'fast-check';
import type { Log, ReportingDescriptor, Run } from 'sarif';
import { describe, expect, test, vi } from 'vitest';
import type { Catalog, Rule } from '../../src/domain/rule.ts';
import { rulesSarif } from '../../src/formats/rules-sarif.ts';
import { anyCatalog } from '../any-catalog.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';
import { sarifFaults } from '../sarif-schema.ts';

const CONFIG = { title: 'Our rules', site: 'https://rules.example.org', base: '/docs/' };
const ROOT = 'https://rules.example.org/docs/';

// A log of 25,001 rules takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function logOf(catalog: Catalog): Log {
	return JSON.parse([...rulesSarif(catalog, CONFIG, '1.2.3')].join(''));
}

function runOf(catalog: Catalog): Run {
	const [run] = logOf(catalog).runs;
	if (run === undefined) throw new Error('a log has a run');
	return run;
}

/** The descriptor of the sample's first rule, which says these things too. */
function descriptorOf(said: Partial<Rule>): ReportingDescriptor {
	const [first] = SAMPLE_CATALOG.rules;
	if (first === undefined) throw new Error('the sample has rules');
	const [found] = runOf({ ...SAMPLE_CATALOG, rules: [{ ...first, ...said }] }).tool.driver.rules ?? [];
	if (found === undefined) throw new Error('a rule has a descriptor');
	return found;
}

describe('the log', () => {
	test('is of the site, leads to its home page, and has no results', () => {
		const { tool, results } = runOf(SAMPLE_CATALOG);
		expect(tool.driver).toMatchObject({ name: 'Our rules', version: '1.2.3', informationUri: ROOT });
		expect(results).toEqual([]);
	});

	test('has every rule by id, whatever the order of the catalog', () => {
		const ids = runOf(SAMPLE_CATALOG).tool.driver.rules?.map(({ id }) => id);
		expect(ids).toEqual(SAMPLE_CATALOG.rules.map(({ id }) => id).sort());
		expect(logOf({ ...SAMPLE_CATALOG, rules: SAMPLE_CATALOG.rules.toReversed() })).toEqual(logOf(SAMPLE_CATALOG));
	});

	test('of a site without rules is valid too', () => {
		const log = logOf({ packs: [], rules: [], tags: [] });
		expect(sarifFaults(log)).toEqual([]);
		expect(log.runs).toHaveLength(1);
	});

	test('has a run for every 25,000 rules, each with an id of its own', () => {
		const [first] = SAMPLE_CATALOG.rules;
		if (first === undefined) throw new Error('the sample has rules');
		const rules = Array.from({ length: 25_001 }, (_, index): Rule => ({ ...first, id: `many/${index}` }));
		const { runs } = logOf({ ...SAMPLE_CATALOG, rules });
		expect(runs.map(({ tool }) => tool.driver.rules?.length)).toEqual([25_000, 1]);
		expect(runs.map(({ automationDetails }) => automationDetails?.id)).toEqual(['rules/1', 'rules/2']);
	});
});

describe('a rule', () => {
	test('leads to its page, by its address and in both kinds of help', () => {
		const { help, helpUri } = descriptorOf({});
		const page = `${ROOT}rules/nginx-c/mem-free-what-the-pool-does-not-own/`;
		expect(helpUri).toBe(page);
		expect(help?.text).toContain(page);
		expect(help?.markdown).toContain(`### [Free what the pool does not own](${page})`);
	});

	test('says in its help what matters', () => {
		expect(descriptorOf({}).help?.markdown).toBe(
			[
				`### [Free what the pool does not own](${ROOT}rules/nginx-c/mem-free-what-the-pool-does-not-own/)`,
				'A pool gives back its own memory and nothing else.',
				'- **Impact:** HIGH, stops descriptor leaks\n' +
					'- **Incorrect:** leaks when the request ends early\n' +
					'- **Correct:** the pool closes it, whatever r does',
				`[Read the whole rule](${ROOT}rules/nginx-c/mem-free-what-the-pool-does-not-own/)`,
			].join('\n\n'),
		);
	});

	test('that no longer holds says so, and what to follow instead', () => {
		const { help } = descriptorOf({ deprecated: { message: 'Gone <b>.', replacedBy: ['web-basics/use-main'] } });
		expect(help?.markdown).toContain(
			`**This rule no longer holds.** Gone \\<b\\>. Follow instead: [web\\-basics/use\\-main](${ROOT}rules/web-basics/use-main/)`,
		);
		expect(help?.text).toContain(
			`This rule no longer holds. Gone <b>. Follow instead: ${ROOT}rules/web-basics/use-main/`,
		);
	});

	test.each([
		['CRITICAL', 'error'],
		['HIGH', 'error'],
		['MEDIUM-HIGH', 'warning'],
		['MEDIUM', 'warning'],
		['LOW-MEDIUM', 'note'],
		['LOW', 'note'],
		[null, 'warning'],
	] as const)('of impact %s is of level %s', (impact, level) => {
		expect(descriptorOf({ impact }).defaultConfiguration).toEqual({ level });
	});

	test.each([
		['mem-free', 'MemFree'],
		['c_17.auto', 'C17Auto'],
		['标题', undefined],
	])('of stem %s has the name %s', (stem, name) => {
		expect(descriptorOf({ stem }).name).toBe(name);
	});

	test('keeps its former ids', () => {
		expect(descriptorOf({ aliases: ['old/a', 'nginx-c/b'] }).deprecatedIds).toEqual(['old/a', 'nginx-c/b']);
		expect(descriptorOf({})).not.toHaveProperty('deprecatedIds');
	});

	test.each([
		[['CWE-95', 'CWE-1004'], ['a'], ['security', 'external/cwe/cwe-095', 'external/cwe/cwe-1004', 'a']],
		[[], ['a', 'Security', 'security', 'external/cwe/cwe-079'], ['a']],
		[['CERT STR31-C'], ['a'], ['a']],
		[[], [], undefined],
		[['CWE-1'], 'abcdefghijklm'.split(''), ['security', 'external/cwe/cwe-001', ...'abcdefgh']],
	])('with standards %j and tags %j has the tags %j', (standards, tags, expected) => {
		expect(descriptorOf({ standards, tags }).properties?.tags).toEqual(expected);
	});

	test('is related to the entries of the taxonomies', () => {
		const rules = SAMPLE_CATALOG.rules.slice(0, 3).map((rule, index) => ({
			...rule,
			codes: [],
			standards: [],
			...(index === 1 && { standards: ['CWE-95'], codes: [{ linter: 'eslint', code: 'eslint.rules.no-eval' }] }),
			...(index === 2 && { standards: ['CWE-95'], codes: [{ linter: 'team-lint', code: 'X 1' }] }),
		}));
		const { taxonomies, tool } = runOf({ ...SAMPLE_CATALOG, rules });
		expect(taxonomies?.map(({ name }) => name)).toEqual(['CWE', 'eslint', 'team-lint']);
		expect(tool.driver.supportedTaxonomies).toEqual(taxonomies?.map(({ name }, index) => ({ name, index })));
		expect(taxonomies?.[0]?.taxa).toEqual([{ id: 'CWE-95', helpUri: `${ROOT}d/cwe/95/` }]);
		expect(taxonomies?.[1]?.taxa).toEqual([{ id: 'no-eval', helpUri: 'https://eslint.org/docs/latest/rules/no-eval' }]);
		expect(taxonomies?.[2]?.taxa).toEqual([{ id: 'X 1', helpUri: `${ROOT}d/team-lint/X%201/` }]);
		const rule = tool.driver.rules?.find(({ id }) => id === rules[1]?.id);
		expect(rule?.relationships).toEqual([
			{ target: { id: 'CWE-95', index: 0, toolComponent: { name: 'CWE', index: 0 } }, kinds: ['superset'] },
			{ target: { id: 'no-eval', index: 0, toolComponent: { name: 'eslint', index: 1 } }, kinds: ['relevant'] },
		]);
	});
});

test('any catalog is valid SARIF within the limits of GitHub, and every relationship leads to its entry', () => {
	fc.assert(
		fc.property(anyCatalog, (catalog) => {
			const log = logOf(catalog);
			expect(sarifFaults(log)).toEqual([]);
			const [{ tool, taxonomies = [] } = runOf(catalog)] = log.runs;
			for (const rule of tool.driver.rules ?? []) {
				expect(rule.shortDescription?.text.length).toBeLessThanOrEqual(1024);
				expect(rule.fullDescription?.text.length).toBeLessThanOrEqual(1024);
				for (const text of [rule.shortDescription?.text, rule.fullDescription?.text, rule.help?.text]) {
					expect(text?.trim()).toBeTruthy();
				}
				expect(URL.canParse(rule.helpUri ?? '')).toBe(true);
				const tags: readonly string[] = rule.properties?.tags ?? [];
				expect(tags.length).toBeLessThanOrEqual(10);
				expect(tags.includes('security')).toBe(tags.some((tag) => tag.startsWith('external/cwe/')));
				expect(rule.properties ?? {}).not.toHaveProperty('security-severity');
				for (const { target } of rule.relationships ?? []) {
					const taxonomy = taxonomies[target.toolComponent?.index ?? -1];
					expect(taxonomy?.name).toBe(target.toolComponent?.name);
					expect(taxonomy?.taxa?.[target.index ?? -1]?.id).toBe(target.id);
				}
			}
		}),
	);
});
