import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { faultsOf, type Json, type JsonRecord, linkSarif, sarifCatalog } from './sarif-log.ts';

// Every log is linked up to three times and held against the schema: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });
const RUNS = { numRuns: 50 };

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const message = fc.record({ text, markdown: text }, { requiredKeys: ['text'] });
const id = fc.constantFrom('no-eval', 'shared', 'eqeqeq', 'no-eval/deeper', 'A/b', 'A/b/c', 'deep');
const bag = fc.record({
	tags: fc.uniqueArray(fc.constantFrom('external/cwe/cwe-094', 'x', 'security')),
	extra: fc.jsonValue(),
});

const descriptor = fc.record(
	{
		id,
		name: text,
		shortDescription: message,
		fullDescription: message,
		help: message,
		helpUri: fc.constantFrom('https://eslint.org/x', '', 'see message', 'https://x.example/a b'),
		properties: bag,
		defaultConfiguration: fc.record({ level: fc.constantFrom('error', 'note') }),
	},
	{ requiredKeys: ['id'] },
);

const component = fc.record(
	{
		name: fc.constantFrom('ESLint', 'some-tool', 'unheard of'),
		rules: fc.uniqueArray(descriptor, { selector: JSON.stringify }),
	},
	{ requiredKeys: ['name'] },
);

const result = fc.record(
	{
		ruleId: id,
		message,
		level: fc.constantFrom('error', 'warning'),
		partialFingerprints: fc.record({ a: text }),
		properties: bag,
	},
	{ requiredKeys: ['message'] },
);

const sarifLog = fc.record({
	version: fc.constant('2.1.0'),
	runs: fc.array(
		fc.record(
			{
				tool: fc.record(
					{ driver: component, extensions: fc.uniqueArray(component, { maxLength: 2, selector: JSON.stringify }) },
					{ requiredKeys: ['driver'] },
				),
				results: fc.array(result, { maxLength: 4 }),
				columnKind: fc.constant('utf16CodeUnits'),
			},
			{ requiredKeys: ['tool'] },
		),
		{ maxLength: 3 },
	),
});

const written = fc
	.tuple(sarifLog, fc.constantFrom(undefined, 2, '\t'))
	.map(([log, space]) => JSON.stringify(log, null, space));

const CARRIERS = ['helpUri', 'help', 'shortDescription', 'fullDescription', 'relationships'];

/** A log without what carries links, and without the descriptors beyond those that it had before. */
function bare(log: JsonRecord, before: JsonRecord): Json {
	return {
		...log,
		runs: list(log['runs']).map(({ taxonomies: _, ...run }, at) => {
			const tool = record(run['tool']);
			const toolBefore = record(list(before['runs'])[at]?.['tool']);
			return {
				...run,
				tool: {
					...tool,
					driver: bareComponent(record(tool['driver']), record(toolBefore['driver'])),
					extensions: list(tool['extensions']).map((one, index) =>
						bareComponent(one, list(toolBefore['extensions'])[index] ?? {}),
					),
				},
			};
		}),
	};
}

function bareComponent(component: JsonRecord, before: JsonRecord): Json {
	const { supportedTaxonomies: _, ...rest } = component;
	return { ...rest, rules: list(component['rules']).slice(0, list(before['rules']).length).map(bareRule) };
}

function bareRule(rule: JsonRecord): Json {
	const { ruleDocs: _, ...properties } = record(rule['properties']);
	const rest = Object.entries(rule).filter(([key]) => !CARRIERS.includes(key) && key !== 'properties');
	return { ...Object.fromEntries(rest), properties };
}

function list(value: Json | undefined): readonly JsonRecord[] {
	return (Array.isArray(value) ? value : []) as readonly JsonRecord[];
}

function record(value: Json | undefined): JsonRecord {
	return (value ?? {}) as JsonRecord;
}

describe('link(log), whatever the log', () => {
	test('differs from it only in what carries links, and is valid', async () => {
		await fc.assert(
			fc.asyncProperty(written, fc.boolean(), async (before, taxonomy) => {
				const { text: after } = await linkSarif(before, { taxonomy });
				const old: JsonRecord = JSON.parse(before);
				expect(bare(JSON.parse(after), old)).toEqual(bare(old, old));
				expect(faultsOf(after)).toEqual([]);
			}),
			RUNS,
		);
	});

	test('has no two descriptors more of one id, and moves none', async () => {
		await fc.assert(
			fc.asyncProperty(written, async (before) => {
				const ids = (log: string) =>
					list(JSON.parse(log).runs).map((run) =>
						list(record(record(run['tool'])['driver'])['rules']).map((rule) => rule['id']),
					);
				const after = ids((await linkSarif(before)).text);
				for (const [run, old] of ids(before).entries()) {
					expect(after[run]?.slice(0, old.length)).toEqual(old);
					const added = after[run]?.slice(old.length) ?? [];
					expect(new Set([...old, ...added]).size).toBe(new Set(old).size + added.length);
				}
			}),
			RUNS,
		);
	});

	test('is the same again on the second run, and as of one run with the catalog of the last', async () => {
		const moved = sarifCatalog('https://moved.example.net/');
		await fc.assert(
			fc.asyncProperty(written, fc.boolean(), async (before, taxonomy) => {
				const first = await linkSarif(before, { taxonomy });
				expect((await linkSarif(first.text, { taxonomy })).text).toBe(first.text);
				const again = await linkSarif(first.text, { taxonomy, catalog: moved });
				expect(again.text).toBe((await linkSarif(before, { taxonomy, catalog: moved })).text);
			}),
			RUNS,
		);
	});

	test('has the words of the tool back when no rule explains a code any more', async () => {
		const none = { ...sarifCatalog(), find: () => null };
		await fc.assert(
			fc.asyncProperty(written, async (before) => {
				const there = await linkSarif(before, { catalog: none });
				const back = await linkSarif((await linkSarif(before)).text, { catalog: none });
				const old: JsonRecord = JSON.parse(before);
				const rules = (log: string) =>
					list(JSON.parse(log).runs).map((run, at) => {
						const had = list(record(record(list(old['runs'])[at]?.['tool'])['driver'])['rules']).length;
						return list(record(record(run['tool'])['driver'])['rules']).slice(0, had);
					});
				expect(rules(back.text)).toEqual(rules(there.text));
			}),
			RUNS,
		);
	});
});
