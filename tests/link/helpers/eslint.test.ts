import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { eslintLinks } from '../../../src/link/index.ts';
import { catalogOf, pageOf } from './catalog.ts';

// ESLint with TypeScript takes seconds to load on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const catalog = catalogOf({
	'js/no-dynamic-eval': { eslint: ['no-eval'] },
	'ts/no-any': { eslint: ['@typescript-eslint/no-explicit-any'] },
	'team/layers': { eslint: ['acme/layers'] },
});

const own = { docs: { url: 'https://acme.example/layers', description: 'Layers' }, type: 'problem' };
const urlOf = (rule: unknown) => (rule as { meta: { docs: { url?: string } } }).meta.docs.url;

describe('plugin', () => {
	const layers = { meta: own, create: () => ({}) };
	const other = { meta: own, create: () => ({}) };

	test('rules that the catalog explains lead to it; everything else is the same', () => {
		const plugin = { meta: { name: 'acme', version: '1.0.0' }, rules: { layers, other }, processors: { md: {} } };
		const copy = eslintLinks(catalog).plugin('acme', plugin);
		expect(copy).not.toBe(plugin);
		expect(copy.rules.layers.meta).toEqual({ ...own, docs: { ...own.docs, url: pageOf('team/layers') } });
		expect(copy.rules.other).toBe(other);
		expect(copy.meta).toBe(plugin.meta);
		expect(copy.processors).toBe(plugin.processors);
		expect(urlOf(plugin.rules.layers)).toBe('https://acme.example/layers');
	});

	test('the prefix is the one of the config', () => {
		const copy = eslintLinks(catalog).plugin('other', { rules: { layers } });
		expect(copy.rules.layers).toBe(layers);
	});

	test('keeps prototypes, getters, private fields and frozen objects', () => {
		class Layers {
			readonly #found = ['a'];
			get meta() {
				return own;
			}
			create() {
				return this.#found;
			}
		}
		const rule = Object.freeze(new Layers());
		let read = 0;
		const rules = Object.freeze({
			layers: rule,
			get later() {
				read += 1;
				return other;
			},
		});
		const copy = eslintLinks(catalog).plugin('acme', Object.freeze({ rules }));
		expect(read).toBe(0);
		expect(copy.rules.later).toBe(other);
		expect(urlOf(copy.rules.layers)).toBe(pageOf('team/layers'));
		expect(copy.rules.layers).toBeInstanceOf(Layers);
		expect(copy.rules.layers.create()).toEqual(['a']);
	});

	test.each([
		['no docs', { meta: { type: 'problem' } }],
		['no meta', {}],
	])('a rule with %s gets them', (_name, rest) => {
		const { rules } = eslintLinks(catalog).plugin('acme', { rules: { layers: { ...rest, create: () => ({}) } } });
		expect(urlOf(rules.layers)).toBe(pageOf('team/layers'));
	});

	test('its own configs list the copy, also when they are made on demand', () => {
		const plugin = {
			rules: { layers },
			configs: {
				flat: { name: 'flat', plugins: {} as Record<string, object> },
				get list(): readonly { plugins: Record<string, object> }[] {
					return [{ plugins: { acme: plugin } }];
				},
				legacy: { plugins: ['acme'] },
			},
		};
		plugin.configs.flat.plugins = { acme: plugin };
		const copy = eslintLinks(catalog).plugin('acme', plugin);
		expect(copy.configs.flat.plugins['acme']).toBe(copy);
		expect(copy.configs.flat.name).toBe('flat');
		expect(copy.configs.list[0]?.plugins['acme']).toBe(copy);
		expect(copy.configs.list).toBe(copy.configs.list);
		expect(copy.configs.legacy).toEqual({ plugins: ['acme'] });
		expect(plugin.configs.flat.plugins['acme']).toBe(plugin);
	});

	test('one plugin has one copy, whichever way it comes', () => {
		const links = eslintLinks(catalog);
		const plugin = { rules: { layers } };
		const copy = links.plugin('acme', plugin);
		expect(links.plugin('acme', plugin)).toBe(copy);
		expect(links.plugin('acme', copy)).toBe(copy);
		const [config] = links.configs([{ plugins: { acme: plugin }, extends: [{ plugins: { acme: plugin } }] }]);
		expect(config?.plugins.acme).toBe(copy);
		expect(config?.extends[0]?.plugins.acme).toBe(copy);
	});

	test('keeps the type of the plugin', () => {
		expectTypeOf(eslintLinks(catalog).plugin('acme', { rules: { layers } })).toEqualTypeOf<{
			rules: { layers: typeof layers };
		}>();
	});
});

describe('core', () => {
	const builtin = (docs: object) => ({ builtinRules: new Map([['no-eval', { meta: { docs } }]]) });

	test('replaces the address of a rule that the catalog explains', async () => {
		const docs = { url: 'https://eslint.org/docs/latest/rules/no-eval' };
		expect(await eslintLinks(catalog).core(async () => builtin(docs))).toBe(true);
		expect(docs.url).toBe(pageOf('js/no-dynamic-eval'));
	});

	test.each([
		['is gone', async () => Promise.reject(new Error('ERR_PACKAGE_PATH_NOT_EXPORTED'))],
		['is another one', async () => ({})],
		['is nothing', async () => null],
		['is frozen', async () => builtin(Object.freeze({ url: 'https://eslint.org/' }))],
		['may not be added to', async () => builtin(Object.preventExtensions({}))],
	])('does nothing when the API %s', async (_name, load: () => Promise<unknown>) => {
		expect(await eslintLinks(catalog).core(load)).toBe(false);
	});
});

describe('with ESLint itself', () => {
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'eslint-links-'));
		await Promise.all(
			['a.ts', 'b.ts'].map((name) => writeFile(join(folder, name), 'export const x: any = 1;\neval(String(x));\n')),
		);
	});

	afterAll(() => rm(folder, { recursive: true }));

	test('formatters see the addresses, with a cache too, first and second time', async () => {
		const links = eslintLinks(catalog);
		expect(await links.core(() => import('eslint/use-at-your-own-risk'))).toBe(true);
		const overrideConfig = [
			...links.configs(tseslint.configs.recommended),
			{ plugins: { '@typescript-eslint': links.plugin('@typescript-eslint', tseslint.plugin) } },
			{ rules: { 'no-eval': 'error' } },
		] as Linter.Config[];
		for (const _time of ['first', 'second']) {
			const eslint = new ESLint({
				cwd: folder,
				overrideConfigFile: true,
				overrideConfig,
				cache: true,
				cacheLocation: join(folder, '.cache'),
			});
			const results = await eslint.lintFiles(['*.ts']);
			expect(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual([
				'@typescript-eslint/no-explicit-any',
				'no-eval',
				'@typescript-eslint/no-explicit-any',
				'no-eval',
			]);
			const rules = eslint.getRulesMetaForResults(results);
			expect(rules['no-eval']?.docs?.url).toBe(pageOf('js/no-dynamic-eval'));
			expect(rules['@typescript-eslint/no-explicit-any']?.docs?.url).toBe(pageOf('ts/no-any'));
		}
	});
});
