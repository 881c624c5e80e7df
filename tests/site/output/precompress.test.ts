import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow } from '../../../src/site/output/next-files.ts';
import { compressed } from '../../../src/site/output/precompress.ts';
import { recordTree } from '../../../src/site/output/records.ts';
import type { NextFile } from '../../../src/site/output/renew.ts';

const LONG = 'a line of a page that comes again and again\n'.repeat(100);
let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'precompress-'));
	mkdirSync(join(root, 'stage'));
	mkdirSync(join(root, 'site'));
});
afterEach(() => rm(root, { recursive: true }));

/** A site that is published, made of these files. */
function site(files: Readonly<Record<string, string>>): ReadonlyMap<string, NextFile> {
	for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'site', name), text);
	return filesBelow(join(root, 'site'), 'link');
}

const compress = (
	next: ReadonlyMap<string, NextFile>,
	published: Parameters<typeof compressed>[0]['published'] = null,
) => compressed({ next, stage: join(root, 'stage'), published });
const read = async (file: NextFile | undefined) => readFile(file?.from ?? '');

test('text gets both forms, which unpack to the same bytes', async () => {
	const made = await compress(site({ 'index.html': LONG, 'page.CSS': LONG }));
	expect([...made.keys()].sort()).toEqual(['index.html.br', 'index.html.gz', 'page.CSS.br', 'page.CSS.gz']);
	expect(String(gunzipSync(await read(made.get('index.html.gz'))))).toBe(LONG);
	expect(String(brotliDecompressSync(await read(made.get('index.html.br'))))).toBe(LONG);
});

test.each([
	['an image', 'photo.png', LONG],
	['what the search engine has packed itself', 'en.pf_fragment', LONG],
	['a small file', 'small.html', 'short'],
])('%s stays alone', async (_, name, text) => {
	expect((await compress(site({ [name]: text }))).size).toBe(0);
});

test('a file of the project by that name is left as it is', async () => {
	const made = await compress(site({ 'index.html': LONG, 'index.html.gz': 'own' }));
	expect([...made.keys()]).toEqual(['index.html.br']);
});

test('what is published of an unchanged file is taken, and is what would be made', async () => {
	const first = await compress(site({ 'same.html': LONG, 'new.html': LONG }));
	const sums = new Map([...site({}), ...first].map(([path, { hash }]) => [path, hash]));
	for (const [path, file] of first) writeFileSync(join(root, 'site', path), await read(file));
	const published = { out: join(root, 'site'), tree: recordTree(join(root, 'site'), sums) };
	writeFileSync(join(root, 'site/new.html'), `${LONG}more`);
	const next = new Map([...filesBelow(join(root, 'site'), 'link')].filter(([path]) => path.endsWith('.html')));
	const again = await compress(next, published);
	const anew = await compress(next);
	expect(again.get('same.html.gz')).toMatchObject({ mode: 'link', from: join(root, 'site/same.html.gz') });
	expect(again.get('new.html.gz')?.mode).toBe('move');
	const hashes = (files: ReadonlyMap<string, NextFile>) => [...files].map(([path, { hash }]) => [path, hash]).sort();
	expect(hashes(again)).toEqual(hashes(anew));
});
