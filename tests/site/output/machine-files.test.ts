import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogJson } from '../../../src/formats/catalog-json.ts';
import { writeMachineFiles } from '../../../src/site/output/machine-files.ts';
import { SAMPLE_CATALOG, sampleConfig } from '../../sample-catalog.ts';
import { sarifFaults } from '../../sarif-schema.ts';

let out: string;

beforeEach(async () => {
	out = await mkdtemp(join(tmpdir(), 'machine-files-'));
});

afterEach(() => rm(out, { recursive: true }));

async function write(more: Parameters<typeof sampleConfig>[1]): Promise<void> {
	await writeMachineFiles(
		{ catalog: SAMPLE_CATALOG, config: sampleConfig(out, more), live: false, collected: 'all' },
		out,
	);
}

async function json(path: string) {
	return JSON.parse(await readFile(join(out, path), 'utf8'));
}

test.each([
	['/', 'https://rules.example.org/'],
	['/docs/', 'https://rules.example.org/docs/'],
])('below %s, the schemas have the address that the catalog names, and the rules lead to %s', async (base, root) => {
	const where = { site: 'https://rules.example.org', base };
	await write(where);
	const catalog = JSON.parse(catalogJson(SAMPLE_CATALOG, { ...where, title: 'Sample' }));
	expect((await json('schema/catalog-v1.schema.json')).$id).toBe(catalog.$schema);
	expect((await json('schema/rule-frontmatter-v1.schema.json')).$id).toBe(
		`${root}schema/rule-frontmatter-v1.schema.json`,
	);
	const log = await json('rules.sarif');
	expect(sarifFaults(log)).toEqual([]);
	const { driver } = log.runs[0].tool;
	expect(driver).toMatchObject({
		name: 'Sample rules',
		informationUri: root,
		version: expect.stringMatching(/^\d+\./),
	});
	expect(driver.rules.map((rule: { helpUri: string }) => rule.helpUri)).toEqual(
		catalog.rules.map((rule: { url: string }) => rule.url),
	);
});

test('a site that does not know its address has schemas without one, and no SARIF', async () => {
	await write({ site: null });
	expect(await readdir(out)).toEqual(['schema']);
	expect(await json('schema/catalog-v1.schema.json')).not.toHaveProperty('$id');
});
