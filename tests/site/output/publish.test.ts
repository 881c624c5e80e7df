import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from '../../../src/site/output/next-files.ts';
import { OvertakenError, publish } from '../../../src/site/output/publish.ts';
import { isIntact, recordChanges, recordTree, type TreeRecord } from '../../../src/site/output/records.ts';
import { renewFolder } from '../../../src/site/output/renew.ts';

type Files = Readonly<Record<string, string>>;

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'publish-'));
	mkdirSync(join(root, 'home'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

function write(folder: string, files: Files): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}

function read(folder: string): Files {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
	return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

function sumsOf({ files }: TreeRecord): ReadonlyMap<string, string> {
	return new Map(Object.entries(files).map(([path, { hash }]) => [path, hash]));
}

let builds = 0;

/** Publishes files as a build does: all of them lie in a stage of their own. */
async function published(files: Files, last: TreeRecord | null): Promise<TreeRecord> {
	builds += 1;
	const stage = join(root, `stage-${builds}`);
	mkdirSync(stage);
	write(stage, files);
	const out = join(root, 'dist');
	const known = last !== null && isIntact(out, last) ? last : null;
	return publish({ out, next: filesBelow(stage, 'move'), published: known, home: join(root, 'home') });
}

describe('publishing', () => {
	it('puts exactly the files of each build in the place of the site, whatever was there', async () => {
		const builds: Files[] = [
			{ 'index.html': 'one', 'rules/a/index.html': 'a', 'rules/b/index.html': 'b' },
			{ 'index.html': 'two', 'rules/a/index.html': 'a', 'tags/x/index.html': 'x' },
			{ 'index.html': 'three', rules: 'a file where a folder was' },
			{ 'index.html': 'four', 'rules/a/index.html': 'a folder where a file was' },
		];
		let last: TreeRecord | null = null;
		for (const files of builds) {
			last = await published(files, last);
			expect(read(join(root, 'dist'))).toEqual(files);
			// What is recorded of a renewed spare is what lies there, though only what has changed of it was looked at.
			expect(last).toEqual(recordTree(join(root, 'dist'), sumsOf(last)));
		}
	});

	it('records what somebody else has changed in a folder as it was, so that it shows', () => {
		const folder = join(root, 'folder');
		write(folder, { 'index.html': 'one', 'rules/a.html': 'a', 'tags/x.html': 'x' });
		const before = recordTree(
			folder,
			new Map(['index.html', 'rules/a.html', 'tags/x.html'].map((path) => [path, path])),
		);
		writeFileSync(join(folder, 'index.html'), 'renewed');
		const sums = sumsOf(before);
		expect(isIntact(folder, recordChanges(folder, before, sums, ['index.html']))).toBe(true);
		writeFileSync(join(folder, 'rules/a.html'), 'changed by hand');
		expect(isIntact(folder, recordChanges(folder, before, sums, ['index.html']))).toBe(false);
	});

	it('replaces a folder that it did not write', async () => {
		write(join(root, 'dist'), { 'old.html': 'somebody else' });
		await published({ 'index.html': 'one' }, null);
		expect(read(join(root, 'dist'))).toEqual({ 'index.html': 'one' });
	});

	it.each([
		['added', (out: string) => writeFileSync(join(out, 'rules/extra.html'), 'extra')],
		['changed', (out: string) => writeFileSync(join(out, 'index.html'), 'changed by hand')],
		['removed', (out: string) => rmSync(join(out, 'index.html'))],
		['linked', (out: string) => linkSync(join(out, 'index.html'), join(out, 'copy.html'))],
	])('lets nothing of what somebody has %s in the output come back in a later build', async (_, meddle) => {
		const site = (text: string): Files => ({ 'index.html': text, 'rules/a.html': 'a' });
		let last = await published(site('one'), null);
		last = await published(site('two'), last);
		meddle(join(root, 'dist'));
		for (const text of ['three', 'four', 'five']) {
			last = await published(site(text), last);
			expect(read(join(root, 'dist'))).toEqual(site(text));
		}
	});

	it('does not use a spare that a crash has left half renewed', async () => {
		const last = await published({ 'a.html': 'a' }, await published({ 'a.html': 'old', 'b.html': 'b' }, null));
		const home = join(root, 'home');
		const spare = readdirSync(home).find((name) => name.startsWith('spare-')) ?? '';
		writeFileSync(join(home, spare, 'c.html'), 'half');
		await published({ 'a.html': 'new' }, last);
		expect(read(join(root, 'dist'))).toEqual({ 'a.html': 'new' });
	});

	it('refuses what was made from a site that another run has replaced', async () => {
		const last = await published({ 'a.html': '1' }, null);
		await published({ 'a.html': '2' }, last);
		const late = { out: join(root, 'dist'), next: new Map(), published: last, home: join(root, 'home') };
		await expect(publish(late)).rejects.toThrow(OvertakenError);
		expect(read(join(root, 'dist'))).toEqual({ 'a.html': '2' });
	});

	it('lets runs at the same time take turns, and none sees half of another', async () => {
		let last = await published({ 'a.html': '0', 'b.html': '0' }, null);
		for (const round of ['1', '2', '3']) {
			const sites = ['x', 'y', 'z'].map((name) => ({ 'a.html': name + round, [`${name}.html`]: name + round }));
			const ends = await Promise.allSettled(sites.map((files) => published(files, last)));
			const done = ends.flatMap((end, at) =>
				end.status === 'fulfilled' ? [{ tree: end.value, files: sites[at] }] : [],
			);
			expect(done).toHaveLength(1);
			for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(OvertakenError);
			expect(read(join(root, 'dist'))).toEqual(done[0]?.files);
			last = done[0]?.tree ?? last;
		}
		expect(readdirSync(join(root, 'home'))).not.toContain('lock');
	});

	it('passes over the lock of a run that was killed', async () => {
		writeFileSync(join(root, 'home/lock'), '999999999');
		await published({ 'a.html': '1' }, null);
		expect(read(join(root, 'dist'))).toEqual({ 'a.html': '1' });
	});

	it('keeps one spare, and nothing of builds that were killed', async () => {
		mkdirSync(join(root, 'home/spare-999999999-killed'));
		let last = await published({ 'a.html': '1' }, null);
		for (const text of ['2', '3', '4']) last = await published({ 'a.html': text }, last);
		const names = readdirSync(join(root, 'home')).sort();
		expect(names.map((name) => name.replace(/-.*/, ''))).toEqual(['spare', 'spare.json']);
	});
});

it('renews any folder to any other', { timeout: 60_000 }, () => {
	const path = fc
		.array(fc.constantFrom('a', 'b', 'c.html'), { minLength: 1, maxLength: 3 })
		.map((parts) => parts.join('/'));
	/** A path cannot be a file and a folder at once. */
	const possible = (files: Files): boolean =>
		!Object.keys(files).some((one) => Object.keys(files).some((two) => two.startsWith(`${one}/`)));
	const files = fc.dictionary(path, fc.constantFrom('1', '2', '3')).filter(possible);
	fc.assert(
		fc.property(files, files, (before, after) => {
			builds += 1;
			const folder = join(root, `renewed-${builds}`);
			const stage = `${folder}-stage`;
			mkdirSync(folder);
			mkdirSync(stage);
			write(folder, before);
			write(stage, after);
			const sums = (now: string) => new Map([...filesBelow(now, 'copy')].map(([name, file]) => [name, file.hash]));
			const held = recordTree(folder, sums(folder));
			const changed = renewFolder(folder, held.files, filesBelow(stage, 'copy'));
			expect(recordChanges(folder, held, sums(stage), changed.keys())).toEqual(recordTree(folder, sums(stage)));
			expect(read(folder)).toEqual(after);
			const folders = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isDirectory());
			for (const one of folders) expect(readdirSync(join(one.parentPath, one.name))).not.toEqual([]);
		}),
		{ numRuns: 200 },
	);
});
