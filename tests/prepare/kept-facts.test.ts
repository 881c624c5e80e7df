import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../src/domain/config.ts';
import { loadConfig } from '../../src/load/config.ts';
import { loadPacks } from '../../src/load/packs.ts';
import { resultsFolder } from '../../src/prepare/cache.ts';
import { factsOf } from '../../src/prepare/kept-facts.ts';
import { type PackFacts, packFacts } from '../../src/prepare/pack-facts.ts';

let root: string;
let config: Config;

const write = (path: string, text: string | Buffer): Promise<void> => writeFile(join(root, 'content', path), text);

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'rulepress-facts-'));
	await mkdir(join(root, 'node_modules'));
	for (const pack of ['bare', 'full']) {
		await mkdir(join(root, 'content', pack, 'rules'), { recursive: true });
		await write(`${pack}/rules/one.md`, '---\ntitle: One\nimpact: HIGH\ntags: a\n---\n\nText.\n');
	}
	await write(
		'full/rules/_sections.md',
		'# Sections\n\n## 1. Memory (mem)\n\n**Impact:** HIGH\n**Description:** Of memory.\n',
	);
	await write('full/metadata.json', '{"version":"1","references":["https://example.org"]}');
	await write('full/SKILL.md', '---\nname: full\ndescription: What it does\n---\n\n# Full\n');
	config = await loadConfig(root);
});
afterEach(() => rm(root, { recursive: true }));

/** What a run says, and what parsing alone says. */
async function both(): Promise<{ kept: PackFacts[]; parsed: PackFacts[] }> {
	const { packs } = await loadPacks(config, root);
	return { kept: await factsOf(packs, config), parsed: packs.map(packFacts) };
}

async function keptFiles(): Promise<string[]> {
	const folder = await resultsFolder(config);
	return (await readdir(folder)).filter((name) => name.endsWith('.facts')).map((name) => join(folder, name));
}

describe('what a pack says of itself', () => {
	it('is the same from the cache as parsed, and kept for packs that say something', async () => {
		const first = await both();
		const again = await both();
		expect(first.kept).toEqual(first.parsed);
		expect(again.kept).toEqual(first.parsed);
		expect(again.kept[1]?.sections).toHaveLength(1);
		expect(await keptFiles()).toHaveLength(1);
	});

	it('is taken from the cache while its files keep their bytes', async () => {
		await both();
		const [file = ''] = await keptFiles();
		const [, text = ''] = (await readFile(file, 'utf8')).split('\n');
		const changed = text.replace('Of memory.', 'Of this file.');
		await writeFile(file, `${createHash('sha256').update(changed).digest('hex')}\n${changed}`);
		expect((await both()).kept[1]?.sections[0]?.description).toBe('Of this file.');
	});

	it.each<[string, string, string | Buffer]>([
		['_sections.md', 'full/rules/_sections.md', '# Sections\n\n## 1. Other (one)\n'],
		['metadata.json', 'full/metadata.json', '{"version":"2"}'],
		['metadata.json, which is no JSON', 'full/metadata.json', '{'],
		['metadata.json, which is not UTF-8', 'full/metadata.json', Buffer.from([0x7b, 0xff])],
		['SKILL.md', 'full/SKILL.md', '# Another\n'],
	])('is what its files say now: %s', async (_, path, text) => {
		const before = await both();
		await write(path, text);
		const now = await both();
		expect(now.kept).toEqual(now.parsed);
		expect(now.kept).not.toEqual(before.kept);
	});

	it.each<[string, (text: string) => string]>([
		['torn', (text) => text.slice(0, text.length / 2)],
		['empty', () => ''],
		['changed by one letter', (text) => text.replace('memory', 'mimory')],
		['foreign', () => '{"one":1}'],
	])('is never taken from a file that is %s', async (_, spoil) => {
		await both();
		for (const file of await keptFiles()) await writeFile(file, spoil(await readFile(file, 'utf8')));
		const { kept, parsed } = await both();
		expect(kept).toEqual(parsed);
	});
});
