import { hash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RuleId } from '../../src/domain/ids.ts';
import type { Catalog, Rule } from '../../src/domain/rule.ts';
import { indexParts, partOf, partsFor } from '../../src/site/search/parts.ts';
import { writeSearchIndex } from '../../src/site/search/write-index.ts';
import { writeRuleIndex } from '../../src/site/search/write-rule-index.ts';
import { SAMPLE_CATALOG, sampleConfig } from '../sample-catalog.ts';

/** How many parts `manyRules` are indexed in. */
const PARTS = 2;
/** In the store. */
const FILES_OF_PART = 2;

let home = '';
let out = '';
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'rulepress-index-'));
	out = await newFolder('out');
});
afterEach(async () => {
	await rm(home, { recursive: true, force: true });
});

async function newFolder(name: string): Promise<string> {
	const folder = join(home, name);
	await mkdir(folder, { recursive: true });
	return folder;
}

/** Writes the index with a cache of its own. */
async function write(catalog: Catalog, folder = out, cache = 'cache'): Promise<string> {
	const config = sampleConfig(join(home, cache));
	await mkdir(join(config.root, 'node_modules'), { recursive: true });
	await writeSearchIndex({ catalog, config, out: folder });
	return join(config.root, 'node_modules/.cache/rulepress/search');
}

async function listing(folder: string): Promise<string[]> {
	return (await readdir(folder, { recursive: true })).toSorted();
}

/** Every file below a folder with its bytes. */
async function bytesIn(folder: string): Promise<Record<string, string>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
	const contents = await Promise.all(
		files.sort().map(async (file) => [file.slice(folder.length), (await readFile(file)).toString('base64')]),
	);
	return Object.fromEntries(contents);
}

async function orderIn(folder: string): Promise<string[]> {
	const { ids } = JSON.parse(await readFile(join(folder, 'pagefind/order.json'), 'utf8')) as { ids: string };
	return ids.split(' ');
}

/** The addresses of the rules in the index, by the engine's ids. */
async function rulesIn(folder: string): Promise<Map<string, string>> {
	const urls = new Map<string, string>();
	const fragments = join(folder, 'pagefind/fragment');
	for (const name of await readdir(fragments)) {
		const text = gunzipSync(await readFile(join(fragments, name)))
			.toString('utf8')
			.slice('pagefind_dcd'.length);
		const held = JSON.parse(text);
		const rules: Record<string, { url: string }> =
			typeof held.url === 'string' ? { [name.replace('.pf_fragment', '')]: held } : held;
		for (const [id, { url }] of Object.entries(rules)) urls.set(id, url);
	}
	return urls;
}

/** So many rules that they are indexed in two parts. */
function manyRules(text: (place: number) => string = () => 'cleanup of a pool'): Catalog {
	const [rule] = SAMPLE_CATALOG.rules as readonly [Rule];
	const rules = Array.from({ length: 900 }, (_, place): Rule => {
		const id: RuleId = `${rule.pack}/mem-${place}`;
		return { ...rule, id, stem: `mem-${place}`, path: `/rules/${id}/`, title: `Rule ${place}`, text: text(place) };
	});
	return { ...SAMPLE_CATALOG, rules, tags: [] };
}

describe('writeSearchIndex', { timeout: 60_000 }, () => {
	it('holds every rule, their order, and no interface', async () => {
		await write(SAMPLE_CATALOG);
		const names = await listing(join(out, 'pagefind'));
		expect(names.filter((name) => /ui|highlight|playground/.test(name))).toEqual([]);
		const urls = await rulesIn(out);
		const order = await orderIn(out);
		expect(order.map((id) => urls.get(id))).toEqual(SAMPLE_CATALOG.rules.map(({ path }) => path));
	});

	it('writes the words that typing errors are corrected to', async () => {
		await write(SAMPLE_CATALOG);
		const { words } = JSON.parse(await readFile(join(out, 'pagefind/words.json'), 'utf8')) as { words: string };
		expect(words.split(' ')).toEqual(expect.arrayContaining(['memory', 'cleanup', 'ngx_palloc']));
	});

	it('writes the same bytes for the same catalog, indexed or kept', async () => {
		await write(SAMPLE_CATALOG);
		const first = await bytesIn(out);
		await write(SAMPLE_CATALOG, await newFolder('kept'));
		await write(SAMPLE_CATALOG, await newFolder('indexed'), 'other-cache');
		expect(await bytesIn(join(home, 'kept'))).toEqual(first);
		expect(await bytesIn(join(home, 'indexed'))).toEqual(first);
	});

	it('indexes the part of an edited rule alone, to the bytes of an index that is made anew', async () => {
		const before = manyRules();
		const after = manyRules((place) => (place === 3 ? 'something else' : 'cleanup of a pool'));
		const cache = await write(before);
		const stored = await readdir(cache);
		await write(after);
		expect(stored).toHaveLength(PARTS * FILES_OF_PART);
		expect((await readdir(cache)).filter((name) => !stored.includes(name))).toHaveLength(FILES_OF_PART);
		await write(after, await newFolder('anew'), 'other-cache');
		expect(await bytesIn(out)).toEqual(await bytesIn(join(home, 'anew')));
		const urls = await rulesIn(out);
		expect((await orderIn(out)).map((id) => urls.get(id))).toEqual(after.rules.map(({ path }) => path));
	});

	it('writes nothing that the published site has the same, and names it', async () => {
		await write(manyRules());
		const files = await bytesIn(out);
		const hashes = Object.entries(files).map(([path, bytes]) => [
			path.slice(1),
			{ hash: hash('sha256', Buffer.from(bytes, 'base64')), bytes: 0, written: 0, changed: 0 },
		]);
		const tree = { files: Object.fromEntries(hashes), folders: {} };
		const published = Promise.resolve({ out, tree });
		const rest = await newFolder('rest');
		const config = sampleConfig(join(home, 'cache'));
		const after = manyRules((place) => (place === 3 ? 'something else' : 'cleanup of a pool'));
		const linked = await writeSearchIndex({ catalog: after, config, out: rest, published });
		const both = { ...(await bytesIn(rest)) };
		for (const [path, { from, hash: sum }] of linked) {
			expect(both[`/${path}`]).toBeUndefined();
			both[`/${path}`] = (await readFile(from)).toString('base64');
			expect(hash('sha256', await readFile(from))).toBe(sum);
		}
		await write(after, await newFolder('anew'), 'other-cache');
		expect(both).toEqual(await bytesIn(join(home, 'anew')));
		expect(linked.size).toBeGreaterThan((await listing(rest)).length);
	});

	it('lists all parts in one entry, of which the first has the program', async () => {
		await write(manyRules());
		const entry = JSON.parse(await readFile(join(out, 'pagefind/pagefind-entry.json'), 'utf8'));
		expect(entry.languages).toMatchObject({ en: { wasm: 'en' }, 'en-x-1': { wasm: 'en' } });
		const names = await readdir(join(out, 'pagefind'));
		expect(names.filter((name) => name.startsWith('wasm.'))).toEqual(['wasm.en.pagefind']);
		for (const { hash } of Object.values<{ hash: string }>(entry.languages))
			expect(names).toContain(`pagefind.${hash}.pf_meta`);
	});

	it('removes what an earlier index has left', async () => {
		await write(manyRules());
		await write(SAMPLE_CATALOG);
		await write(SAMPLE_CATALOG, await newFolder('alone'));
		expect(await bytesIn(out)).toEqual(await bytesIn(join(home, 'alone')));
	});

	it('makes small files of words where there are many parts', async () => {
		const words = (place: number) => Array.from({ length: 40 }, (_, i) => `word${(place * 7 + i) % 3000}`).join(' ');
		await write(manyRules(words));
		// With the engine's own size there would be half as many.
		expect((await readdir(join(out, 'pagefind/index'))).length).toBeGreaterThan(14);
	});

	it('makes anew what a disk has changed in the cache', async () => {
		const cache = await write(SAMPLE_CATALOG);
		const first = await bytesIn(out);
		for (const name of await readdir(cache)) {
			const bytes = await readFile(join(cache, name));
			bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
			await writeFile(join(cache, name), bytes);
		}
		await write(SAMPLE_CATALOG, await newFolder('second'));
		expect(await bytesIn(join(home, 'second'))).toEqual(first);
	});

	it('keeps few states of the index', async () => {
		let cache = '';
		for (const text of ['one', 'two', 'three', 'four', 'five']) {
			const rules = SAMPLE_CATALOG.rules.map((rule) => ({ ...rule, text }));
			cache = await write({ ...SAMPLE_CATALOG, rules });
		}
		expect(await readdir(cache)).toHaveLength(3 * FILES_OF_PART);
	});

	it('takes a catalog without rules', async () => {
		await write({ packs: [], rules: [], tags: [] });
		expect(await orderIn(out)).toEqual(['']);
	});
});

describe('indexParts', () => {
	it('leaves the parts of other rules as they are', async () => {
		const keys = async (catalog: Catalog) => (await indexParts(catalog)).map(({ key }) => key);
		const before = await keys(manyRules());
		const after = await keys(manyRules((place) => (place === 3 ? 'something else' : 'cleanup of a pool')));
		const changed = partOf(manyRules().rules[3]?.id ?? '', 2);
		expect(after.map((key, part) => key !== before[part])).toEqual([0, 1].map((part) => part === changed));
	});

	it('counts all that a record holds: another title of the pack is another index', async () => {
		const packs = SAMPLE_CATALOG.packs.map((pack) => ({ ...pack, title: `${pack.title}!` }));
		const [before] = await indexParts(SAMPLE_CATALOG);
		const [after] = await indexParts({ ...SAMPLE_CATALOG, packs });
		expect(after?.key).not.toBe(before?.key);
	});
});

describe('writeRuleIndex', () => {
	it('writes the columns and the summaries', async () => {
		await writeRuleIndex({ catalog: SAMPLE_CATALOG, out });
		expect(await listing(out)).toEqual(['index', 'index/rules.json', 'index/summaries', 'index/summaries/0.json']);
	});
});

describe('the number of parts', () => {
	it.each([
		[0, 1],
		[800, 1],
		[801, 2],
		[6_130, 8],
		[20_000, 16],
		[32_000, 16],
		[50_000, 25],
	])('%i rules are in %i parts: few for every search, none too large for the engine', (rules, parts) => {
		expect(partsFor(rules)).toBe(parts);
	});
});
