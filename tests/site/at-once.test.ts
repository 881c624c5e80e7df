import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const PACKS = new URL('../browser/packs', import.meta.url).pathname;

function build(folder: string, ...args: readonly string[]): Promise<{ code: number; err: string }> {
	const program = resolve('bin/rulepress.mjs');
	return new Promise((done) => {
		execFile(
			process.execPath,
			[program, 'build', ...args],
			{ cwd: folder, env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') } },
			(error, _, err) => done({ code: error === null ? 0 : Number(error.code), err }),
		);
	});
}

/** The names of the files of a site, and the title that each of its pages gives the site. */
function siteOf(folder: string): { readonly files: readonly string[]; readonly homes: ReadonlySet<string> } {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
	const pages = files.filter((file) => file.endsWith('/index.html') && file.includes('/packs/'));
	const homes = pages.map(
		(file) => /<link rel="canonical" href="(https:\/\/[^/]+)/.exec(readFileSync(file, 'utf8'))?.[1],
	);
	return { files: files.map((file) => file.slice(folder.length)), homes: new Set(homes.map(String)) };
}

it('builds of different sites into one folder at the same time leave one of them, whole', async () => {
	const root = await mkdtemp(join(tmpdir(), 'at-once-'));
	cpSync(PACKS, join(root, 'content'), { recursive: true });
	const sites = ['one', 'two', 'three'].map((name) => `https://${name}.example.org`);
	// Nothing is cached yet, so all of them compile the templates as well.
	const ends = await Promise.all(sites.map((site) => build(root, '--site', site)));
	expect(ends.filter(({ code }) => code !== 0)).toEqual([]);
	for (const { err } of ends) expect(err).not.toMatch(/^\s+at /m);
	const left = siteOf(join(root, 'dist'));
	expect(left.homes.size).toBe(1);
	await rm(join(root, 'dist'), { recursive: true });
	await build(root, '--site', sites[0] ?? '');
	const alone = siteOf(join(root, 'dist'));
	expect(left.files.length).toBe(alone.files.length);
	await rm(root, { recursive: true });
}, 180_000);
