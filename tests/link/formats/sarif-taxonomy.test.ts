import { describe, expect, test } from 'vitest';
import {
	eslintLog,
	faultsOf,
	type JsonRecord,
	linkSarif,
	log,
	pageOf,
	rulesOf,
	SITE,
	sarifCatalog,
} from './sarif-log.ts';

const taxonomy = true;
const EVAL = { id: 'p/eval', shortDescription: { text: 'About p/eval' }, helpUri: pageOf('p/eval') };
const SHARED = { id: 'p/shared', shortDescription: { text: 'About p/shared' }, helpUri: pageOf('p/shared') };

function runOf(text: string): JsonRecord {
	return JSON.parse(text).runs[0];
}

function relation(id: string, place: number, kind: string, index = 0) {
	return {
		target: { id, index: place, toolComponent: { name: 'Example rules', index } },
		kinds: [kind],
	};
}

describe('--taxonomy', () => {
	test("names the team's rules, and relates the tool's to them", async () => {
		const { text } = await linkSarif(eslintLog([{ id: 'no-eval' }, { id: 'shared' }, { id: 'other' }]), { taxonomy });
		expect(runOf(text)['taxonomies']).toEqual([
			{ name: 'Example rules', informationUri: SITE, taxa: [EVAL, SHARED], properties: { ruleDocs: true } },
		]);
		expect(rulesOf(text).map((rule) => rule['relationships'])).toEqual([
			[relation('p/eval', 0, 'superset')],
			[relation('p/eval', 0, 'superset'), relation('p/shared', 1, 'relevant')],
			undefined,
		]);
		expect(runOf(text)['tool']).toMatchObject({
			driver: { supportedTaxonomies: [{ name: 'Example rules', index: 0 }] },
		});
		expect(faultsOf(text)).toEqual([]);
	});

	test('reaches rules that nothing described', async () => {
		const { text } = await linkSarif(eslintLog([], ['no-eval']), { taxonomy });
		expect(rulesOf(text)[0]?.['relationships']).toEqual([relation('p/eval', 0, 'superset')]);
		expect(faultsOf(text)).toEqual([]);
	});

	test('stands behind taxonomies and relationships that are there', async () => {
		const cwe = { target: { id: '95', toolComponent: { name: 'CWE', index: 0 } } };
		const run = {
			taxonomies: [{ name: 'CWE', taxa: [{ id: '95' }] }],
			tool: {
				driver: {
					name: 'ESLint',
					supportedTaxonomies: [{ name: 'CWE', index: 0 }],
					rules: [{ id: 'no-eval', relationships: [cwe] }],
				},
			},
			results: [],
		};
		const { text } = await linkSarif(log(run), { taxonomy });
		expect(runOf(text)).toMatchObject({
			taxonomies: [{ name: 'CWE' }, { name: 'Example rules' }],
			tool: { driver: { supportedTaxonomies: [{ name: 'CWE' }, { name: 'Example rules', index: 1 }] } },
		});
		expect(rulesOf(text)[0]?.['relationships']).toEqual([cwe, relation('p/eval', 0, 'superset', 1)]);
		expect(faultsOf(text)).toEqual([]);
		expect((await linkSarif(text, { taxonomy })).result.edits).toBe(0);
	});

	test.each([
		['laid out', eslintLog([{ id: 'no-eval' }, { id: 'shared' }], ['no-eval', 'unknown'])],
		['minified', JSON.stringify(JSON.parse(eslintLog([{ id: 'no-eval' }], ['shared', 'shared'])))],
		['without a rule', eslintLog([{ id: 'other' }])],
		[
			'of an extension',
			log({ tool: { driver: { name: 'x' }, extensions: [{ name: 'ESLint', rules: [{ id: 'no-eval' }] }] } }),
		],
	])('changes no byte the second time: %s', async (_, before) => {
		const { text } = await linkSarif(before, { taxonomy });
		expect(await linkSarif(text, { taxonomy })).toMatchObject({ text, result: { edits: 0 } });
		expect((await linkSarif(text)).text).toBe(text);
	});

	test('goes along when the site moves', async () => {
		const before = eslintLog([{ id: 'no-eval' }], ['shared']);
		const moved = { ...sarifCatalog('https://moved.example.net/'), name: 'Moved rules' };
		const { text } = await linkSarif((await linkSarif(before, { taxonomy })).text, { taxonomy, catalog: moved });
		expect(text).toBe((await linkSarif(before, { taxonomy, catalog: moved })).text);
		expect(text).not.toContain('Example rules');
	});

	test('is brought up to date with another catalog', async () => {
		const before = eslintLog([{ id: 'no-eval' }, { id: 'shared' }]);
		const { text } = await linkSarif(before, { taxonomy });
		const all = sarifCatalog();
		const catalog = {
			...all,
			find: (code: Parameters<typeof all.find>[0]) => (code.code === 'shared' ? all.find(code) : null),
		};
		const after = await linkSarif(text, { taxonomy, catalog });
		expect(after.text).toBe((await linkSarif(before, { taxonomy, catalog })).text);
		expect(rulesOf(after.text)[0]).toEqual({ id: 'no-eval' });
	});

	test('adds nothing where nothing leads to a rule', async () => {
		const before = eslintLog([{ id: 'other' }], ['other']);
		expect((await linkSarif(before, { taxonomy })).text).toBe(before);
	});
});
