import { describe, expect, test } from 'vitest';
import { linkText, loadCatalog, ReportError } from '../../../src/link/node.ts';
import { catalogOf, pageOf } from './catalog.ts';

const catalog = catalogOf({ 'js/no-dynamic-eval': { eslint: ['no-eval'] } });

const report = (...codes: readonly string[]) =>
	JSON.stringify([
		{ filePath: '/a.js', messages: codes.map((ruleId) => ({ ruleId, message: 'Größe', line: 1, column: 1 })) },
	]);

describe('linkText', () => {
	test('gives the report back with the addresses, and tells which codes it holds', async () => {
		const { text, codes } = await linkText(report('no-eval', 'no-var', 'no-eval'), catalog, { from: 'eslint' });
		expect(text).toContain(`Größe (${pageOf('js/no-dynamic-eval')})`);
		expect(codes.map(({ name, count, link }) => [name.code, count, link?.url])).toEqual([
			['no-eval', 2, pageOf('js/no-dynamic-eval')],
			['no-var', 1, undefined],
		]);
	});

	test('changes nothing the second time', async () => {
		const { text } = await linkText(report('no-eval'), catalog);
		expect((await linkText(text, catalog)).text).toBe(text);
	});

	test('takes a linter for plain text', async () => {
		const { text } = await linkText('a.js:1:1: eval can be harmful. [Error/no-eval]\n', catalog, { tool: 'eslint' });
		expect(text).toContain(pageOf('js/no-dynamic-eval'));
	});

	test('refuses a format that does not exist, and names those that do', async () => {
		await expect(linkText('[]', catalog, { from: 'excel' })).rejects.toThrow(ReportError);
		await expect(linkText('[]', catalog, { from: 'excel' })).rejects.toThrow(
			/^"excel" is no format\. There are sarif, /,
		);
	});
});

test('loadCatalog refuses a place without a catalog', async () => {
	await expect(loadCatalog('tests/no-such-folder')).rejects.toThrow('there is no such catalog');
});
