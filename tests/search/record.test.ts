import { describe, expect, it } from 'vitest';
import type { Pack, Rule } from '../../src/domain/rule.ts';
import { type SearchRecord, searchedRule, searchRecord } from '../../src/site/search/record.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';

const [rule] = SAMPLE_CATALOG.rules as readonly [Rule];
const [pack] = SAMPLE_CATALOG.packs as readonly [Pack];

function recordOf(changed: Rule, tagNames: readonly string[] = []): SearchRecord {
	return searchRecord(searchedRule(changed, pack, tagNames));
}

describe('searchRecord', () => {
	it('weighs names apart from the text, and filters by values in the catalog’s spelling', () => {
		const record = recordOf({ ...rule, text: 'Call ngx_pool_cleanup_add first.' }, ['Memory', 'C++']);
		expect(record.url).toBe(rule.path);
		expect(record.meta).toMatchObject({ title: rule.title, id: rule.id, stem: rule.stem, tags: 'Memory, C++' });
		expect(record.meta.place).toBe(`${pack.title} › Memory`);
		expect(record.meta.names?.split(' ')).toContain('pool_cleanup_add');
		expect(record.filters).toEqual({
			impact: [rule.impact],
			pack: [rule.pack],
			tag: ['Memory', 'C++'],
			language: rule.languages,
		});
	});

	it('knows a rule by every spelling of its codes, by other linters’ names, its standards and its former ids', () => {
		const codes = [
			{ linter: 'biome', code: 'lint/security/noGlobalEval' },
			{ linter: 'shellcheck', code: 'SC2086' },
			{ linter: 'flake8', code: 'S307' },
		];
		const record = recordOf({ ...rule, codes, standards: ['CWE-95'], aliases: ['nginx-c/old-eval'] });
		expect(record.meta.codes?.split(', ')).toEqual(
			expect.arrayContaining([
				...['lint/security/noGlobalEval', 'noGlobalEval', 'SC2086', '2086', 'S307', 'B307', 'CWE-95'],
				...['nginx-c/old-eval', 'old-eval'],
			]),
		);
		expect(record.meta.names?.split(' ')).toContain('eval');
		expect(record.meta.linters?.split(', ')).toEqual(expect.arrayContaining(['Biome', 'ShellCheck', 'flake8', 'Ruff']));
		expect(recordOf({ ...rule, codes: [], standards: [], aliases: [] }).meta).not.toHaveProperty('codes');
	});

	it('says of a rule that it no longer holds', () => {
		const deprecated = { message: null, replacedBy: [] };
		expect(recordOf({ ...rule, deprecated }).filters.state).toEqual(['deprecated']);
	});

	it('gives a rule without a tier a value of its own', () => {
		expect(recordOf({ ...rule, impact: null }).filters.impact).toEqual(['NONE']);
	});

	it.each([
		['`pool`: free it', 'pool: free it\n\nThe text.', 'The text.'],
		['Free it', 'The text.', 'The text.'],
		['Free it', 'Free it', 'Free it'],
		['Free it', '', 'Free it'],
	])('title %j over %j shows %j', (title, text, content) => {
		expect(recordOf({ ...rule, title, text }).content).toBe(content);
	});

	it('searches a text of any length up to a bound, and lists no more names than a rule can have', () => {
		const names = Array.from({ length: 40_000 }, (_, i) => `some_${i}_name`).join(' ');
		const record = recordOf({ ...rule, text: `${names} ${'😀'.repeat(400_000)}` });
		expect(record.content.length).toBeLessThanOrEqual(400_000);
		expect(record.content.isWellFormed()).toBe(true);
		expect(record.meta.names?.split(' ').length).toBeLessThanOrEqual(5000);
	});
});
