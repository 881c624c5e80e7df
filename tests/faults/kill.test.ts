import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { homeOf, lastBuildFile } from '../../src/site/output/last-build.ts';
import { filesBelow } from '../../src/site/output/next-files.ts';
import { publish } from '../../src/site/output/publish.ts';
import { isIntact, readChecked, type TreeRecord, writeChecked } from '../../src/site/output/records.ts';
import { restore } from '../../src/site/output/restore.ts';
import { dyingAt } from './dying.ts';

vi.setConfig({ testTimeout: 120_000 });

type Files = Readonly<Record<string, string>>;

const site = (name: string): Files => ({
	'index.html': `home of ${name}`,
	'rules/same.html': 'the same in all',
	[`rules/${name}/index.html`]: name,
});

let root: string;
let config: { readonly root: string; readonly out: string };

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'kill-'));
	config = { root, out: join(root, 'dist') };
	// What is kept lies in the project when the project is worked in.
	vi.spyOn(process, 'cwd').mockReturnValue(root);
});

afterEach(() => {
	vi.restoreAllMocks();
	return rm(root, { recursive: true, force: true });
});

function filesOf(folder: string): Files {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
	return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** Publishes as a build does that is killed at its so-manieth call that changes a file; 0 for never. */
async function published(files: Files, killedAt = 0): Promise<'done' | 'killed'> {
	rmSync(join(root, 'stage'), { recursive: true, force: true });
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(root, 'stage', path)), { recursive: true });
		writeFileSync(join(root, 'stage', path), content);
	}
	const home = homeOf(config);
	mkdirSync(home, { recursive: true });
	const known = await readChecked<TreeRecord>(lastBuildFile(config));
	const before = known !== null && isIntact(config.out, known) ? known : null;
	const next = filesBelow(join(root, 'stage'), 'copy');
	return dyingAt(killedAt, async () => {
		await writeChecked(lastBuildFile(config), await publish({ out: config.out, next, published: before, home }));
	});
}

test('wherever a build is killed while it publishes, a whole site is served, and the next build is as if nothing had been', async () => {
	await published(site('one'));
	let current = site('one');
	let seen = { old: 0, fresh: 0, gone: 0 };
	// From the third on there is a spare to be renewed: from then on every build makes the same calls.
	await published(site('two'));
	await published(site('one'));
	let killedAt = 1;
	for (; ; killedAt++) {
		const next = current['rules/one/index.html'] === undefined ? site('one') : site('two');
		const end = await published(next, killedAt);
		const isGone = !existsSync(config.out);
		expect(await restore(config)).toBe(isGone);
		const found = filesOf(config.out);
		expect([current, next]).toContainEqual(found);
		const isOld = found['index.html'] === current['index.html'];
		seen = { old: seen.old + Number(isOld), fresh: seen.fresh + Number(!isOld), gone: seen.gone + Number(isGone) };
		await published(next);
		expect(filesOf(config.out)).toEqual(next);
		expect(readdirSync(root).sort()).toEqual(['.rulepress', 'dist', 'stage']);
		const left = readdirSync(homeOf(config)).map((name) => name.replace(/^spare-.*/, 'spare'));
		expect(left.filter((name) => !['last.json', 'spare', 'spare.json'].includes(name))).toEqual([]);
		expect(left.filter((name) => name === 'spare').length).toBeLessThan(2);
		current = next;
		if (end === 'done') break;
	}
	expect(killedAt).toBeGreaterThan(10);
	expect(seen.gone).toBeGreaterThan(0);
	expect(Math.min(seen.old, seen.fresh)).toBeGreaterThan(0);
});

test('an output that was removed by hand stays removed', async () => {
	await published(site('one'));
	await published(site('two'));
	rmSync(config.out, { recursive: true });
	expect(await restore(config)).toBe(false);
	expect(existsSync(config.out)).toBe(false);
});

test.each([
	['the output', (out: string) => out],
	[
		'the spare',
		(_: string, home: string) => join(home, readdirSync(home).find((name) => name.startsWith('spare-')) ?? ''),
	],
])('bytes of %s that have changed without its size and time are noticed', async (_, folderOf) => {
	for (const name of ['one', 'two', 'one']) await published(site(name));
	const folder = folderOf(config.out, homeOf(config));
	for (const path of Object.keys(filesOf(folder))) {
		const file = join(folder, path);
		const { atime, mtime } = statSync(file);
		writeFileSync(file, readFileSync(file, 'utf8').toUpperCase());
		utimesSync(file, atime, mtime);
	}
	for (const name of ['one', 'two', 'one', 'two']) {
		await published(site(name));
		expect(filesOf(config.out)).toEqual(site(name));
	}
});
