import { describe, expect, it } from 'vitest';
import type { Pack, Rule } from '../../src/domain/rule.ts';
import { searchRecord } from '../../src/site/search/record.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';

const [rule] = SAMPLE_CATALOG.rules as readonly [Rule];
const [pack] = SAMPLE_CATALOG.packs as readonly [Pack];

describe('searchRecord', () => {
	it('weighs names apart from the text, and filters by values in the catalog’s spelling', () => {
		const record = searchRecord({ ...rule, text: 'Call ngx_pool_cleanup_add first.' }, pack, ['Memory', 'C++']);
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
		const record = searchRecord({ ...rule, codes, standards: ['CWE-95'], aliases: ['nginx-c/old-eval'] }, pack, []);
		expect(record.meta.codes?.split(', ')).toEqual(
			expect.arrayContaining([
				...['lint/security/noGlobalEval', 'noGlobalEval', 'SC2086', '2086', 'S307', 'B307', 'CWE-95'],
				...['nginx-c/old-eval', 'old-eval'],
			]),
		);
		expect(record.meta.names?.split(' ')).toContain('eval');
		expect(record.meta.linters?.split(', ')).toEqual(expect.arrayContaining(['Biome', 'ShellCheck', 'flake8', 'Ruff']));
		expect(searchRecord({ ...rule, codes: [], standards: [], aliases: [] }, pack, []).meta).not.toHaveProperty('codes');
	});

	it('says of a rule that it no longer holds', () => {
		const deprecated = { message: null, replacedBy: [] };
		expect(searchRecord({ ...rule, deprecated }, pack, []).filters.state).toEqual(['deprecated']);
	});

	it('gives a rule without a tier a value of its own', () => {
		expect(searchRecord({ ...rule, impact: null }, pack, []).filters.impact).toEqual(['NONE']);
	});

	it.each([
		['`pool`: free it', 'pool: free it\n\nThe text.', 'The text.'],
		['Free it', 'The text.', 'The text.'],
		['Free it', 'Free it', 'Free it'],
		['Free it', '', 'Free it'],
	])('title %j over %j shows %j', (title, text, content) => {
		expect(searchRecord({ ...rule, title, text }, pack, []).content).toBe(content);
	});
});
