import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../src/domain/config.ts';
import { loadConfig } from '../../src/load/config.ts';
import { loadPacks } from '../../src/load/packs.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { cacheFolder } from '../../src/prepare/cache.ts';
import { preparePacks } from '../../src/prepare/prepare-packs.ts';
import type { PreparedRule } from '../../src/prepare/prepare-rule.ts';

let root: string;
let config: Config;

const rule = (title: string, text: string): string => `---\ntitle: ${title}\nimpact: HIGH\ntags: a\n---\n\n${text}\n`;
const write = (name: string, text: string): Promise<void> => writeFile(join(root, 'content/demo/rules', name), text);

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'rulepress-cache-'));
	await mkdir(join(root, 'content/demo/rules'), { recursive: true });
	await mkdir(join(root, 'node_modules'));
	await write('one.md', rule('One', 'See [two](two.md).\n\n```js\nlet a\n```'));
	await write('two.md', rule('Two', 'Text.'));
	config = await loadConfig(root);
});
afterEach(() => rm(root, { recursive: true }));

async function prepare(early = false): Promise<{ rules: PreparedRule[]; fresh: number }> {
	const { packs } = await loadPacks(config, root);
	const counts: number[] = [];
	const rows = await preparePacks(packs, { config, render: true, early, done: (rules) => counts.push(rules) });
	const total = packs.reduce((sum, pack) => sum + pack.rules.length, 0);
	return { rules: rows.flat(), fresh: total - (counts[0] ?? 0) };
}

async function cacheFiles(): Promise<string[]> {
	const entries = await readdir(cacheFolder(config), { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('the cache', () => {
	it('lies in the project', () => {
		expect(cacheFolder(config)).toBe(join(config.root, 'node_modules/.cache/rulepress'));
	});

	it('holds the same when a thread that was started early has prepared the rules', async () => {
		const here = await prepare();
		await rm(cacheFolder(config), { recursive: true });
		const there = await prepare(true);
		expect(there.fresh).toBe(2);
		// The HTML is read from bytes when it is asked for.
		expect(structuredClone(there.rules)).toEqual(structuredClone(here.rules));
		expect(await prepare(true)).toMatchObject({ fresh: 0 });
	});

	it('holds whatever the config says of a rule, and the catalog says what the config says now', async () => {
		await prepare();
		for (const code of ['no-eval', 'no-new-func']) {
			await writeFile(
				join(root, 'rulepress.config.mjs'),
				`export default { rules: { 'demo/one': { linters: { eslint: '${code}' } } } } // ${code}`,
			);
			config = await loadConfig(root);
			const counts: number[] = [];
			const { catalog, diagnostics } = await runPipeline(config, (_, done, total) => {
				if (total !== null) counts.push(done);
			});
			expect(diagnostics.filter((one) => one.code !== 'examples-missing')).toEqual([]);
			expect(counts[0]).toBe(2);
			expect(catalog.rules.map(({ codes }) => codes)).toEqual([[{ linter: 'eslint', code }], []]);
		}
	});

	it('yields the same results as no cache, without preparing a rule', async () => {
		const first = await prepare();
		const again = await prepare();
		expect(first.fresh).toBe(2);
		expect(again.fresh).toBe(0);
		expect(again.rules).toEqual(first.rules);
	});

	it('prepares a changed file, and no other', async () => {
		await prepare();
		await write('two.md', rule('Two', 'Another text.'));
		const { fresh, rules } = await prepare();
		expect(fresh).toBe(1);
		expect(rules[1]?.rule?.summary).toBe('Another text.');
	});

	it('prepares a rule again when a file that it links to comes or goes', async () => {
		await prepare();
		await rm(join(root, 'content/demo/rules/two.md'));
		const { rules } = await prepare();
		expect(rules[0]?.rule?.html.body).toContain('This link leads nowhere.');
	});

	it('takes a link to a file that is no rule as broken', async () => {
		await write('two.md', 'No frontmatter.');
		const { rules } = await prepare();
		expect(rules[0]?.rule?.html.body).not.toContain('href="../../../rules/demo/two/"');
	});

	it.each<[string, (text: string) => string]>([
		['torn', (text) => text.slice(0, text.length / 2)],
		['empty', () => ''],
		['changed by one letter', (text) => text.replace('let', 'lot')],
		['foreign', () => '{"one":1}'],
	])('is never trusted when a file of it is %s', async (_, spoil) => {
		const first = await prepare();
		for (const file of await cacheFiles()) await writeFile(file, spoil(await readFile(file, 'utf8')));
		const again = await prepare();
		expect(again.fresh).toBe(2);
		expect(again.rules).toEqual(first.rules);
	});
});
