import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSearchIndex } from '../../src/site/search/write-index.ts';
import { writeRuleIndex } from '../../src/site/search/write-rule-index.ts';
import { SAMPLE_CATALOG, sampleConfig } from '../sample-catalog.ts';

let out = '';
beforeEach(async () => {
	out = await mkdtemp(join(tmpdir(), 'rulepress-index-'));
});
afterEach(async () => {
	await rm(out, { recursive: true, force: true });
});

const config = sampleConfig('/nowhere');

async function listing(folder: string): Promise<string[]> {
	return (await readdir(folder, { recursive: true })).toSorted();
}

describe('writeSearchIndex', () => {
	it('writes one fragment a rule, their order, and no interface', async () => {
		await writeSearchIndex({ catalog: SAMPLE_CATALOG, config, out });
		const names = await listing(join(out, 'pagefind'));
		expect(names.filter((name) => name.endsWith('.pf_fragment'))).toHaveLength(SAMPLE_CATALOG.rules.length);
		expect(names.filter((name) => /ui|highlight|playground/.test(name))).toEqual([]);
		const { ids } = JSON.parse(await readFile(join(out, 'pagefind/order.json'), 'utf8')) as { ids: string };
		const listed = ids.split(' ').map((id) => join('fragment', `${id}.pf_fragment`));
		expect(names).toEqual(expect.arrayContaining(listed));
		expect(new Set(listed).size).toBe(SAMPLE_CATALOG.rules.length);
	});

	it('writes the words that typing errors are corrected to', async () => {
		await writeSearchIndex({ catalog: SAMPLE_CATALOG, config, out });
		const { words } = JSON.parse(await readFile(join(out, 'pagefind/words.json'), 'utf8')) as { words: string };
		expect(words.split(' ')).toEqual(expect.arrayContaining(['memory', 'cleanup', 'ngx_palloc']));
	});

	it('writes the same files for the same catalog', async () => {
		await writeSearchIndex({ catalog: SAMPLE_CATALOG, config, out });
		const first = await listing(out);
		await rm(join(out, 'pagefind'), { recursive: true });
		await writeSearchIndex({ catalog: SAMPLE_CATALOG, config, out });
		expect(await listing(out)).toEqual(first);
	});

	it('takes a catalog without rules', async () => {
		await writeSearchIndex({ catalog: { packs: [], rules: [], tags: [] }, config, out });
		expect(JSON.parse(await readFile(join(out, 'pagefind/order.json'), 'utf8'))).toEqual({ ids: '' });
	});
});

describe('writeRuleIndex', () => {
	it('writes the columns and the summaries', async () => {
		await writeRuleIndex({ catalog: SAMPLE_CATALOG, config, out });
		expect(await listing(out)).toEqual(['index', 'index/rules.json', 'index/summaries', 'index/summaries/0.json']);
	});
});
