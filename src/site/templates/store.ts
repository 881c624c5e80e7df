import { hash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../../domain/config.ts';
import { cacheFolder } from '../../prepare/cache.ts';
import { compileInProcess } from './compile-process.ts';
import { templatesKey } from './key.ts';

/** Beside the compiled templates: a checksum of each of their files. */
const CHECKSUMS = 'checksums.json';

/**
 * The folder with the compiled templates: `server/` and `client/`. They are compiled once for each state of this program
 * and kept in the cache; what a crash or a disk has changed there is compiled anew. `workshop` is an empty folder for that.
 * Throws what Astro throws.
 */
export async function keptTemplates(config: Config, workshop: string): Promise<string> {
	const home = join(cacheFolder(config), 'templates');
	const folder = join(home, await templatesKey(config));
	if (await isWhole(folder)) return folder;
	await compileInProcess(config, workshop);
	await writeFile(join(workshop, CHECKSUMS), JSON.stringify(await checksums(workshop)));
	// A cache that cannot be written, or that another run fills at the same time, costs time and nothing else.
	return keep(workshop, folder).catch(() => workshop);
}

/** As `compileTemplates` does, with the MDX of this run. Loads Astro's build only now: most runs can do without it. */
export async function compiled(config: Config, folder: string): Promise<void> {
	const { compileTemplates } = await import('./compile.ts');
	await compileTemplates(config, folder);
}

async function keep(made: string, folder: string): Promise<string> {
	const home = dirname(folder);
	await mkdir(home, { recursive: true });
	await removeOthers(home);
	const aside = await mkdtemp(join(home, 'new-'));
	const broken = `${aside}.broken`;
	try {
		await cp(made, aside, { recursive: true });
		// What another run has put there in the meantime may be in use already.
		if (await isWhole(folder)) return folder;
		await rename(folder, broken).catch(() => undefined);
		await rename(aside, folder);
		return folder;
	} finally {
		await rm(aside, { recursive: true, force: true });
		await rm(broken, { recursive: true, force: true });
	}
}

async function isWhole(folder: string): Promise<boolean> {
	try {
		const expected = await readFile(join(folder, CHECKSUMS), 'utf8');
		return expected === JSON.stringify(await checksums(folder));
	} catch {
		return false;
	}
}

async function checksums(folder: string): Promise<Readonly<Record<string, string>>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile() && entry.name !== CHECKSUMS);
	const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
	const sums = paths.map(
		async (path) => [path.slice(folder.length + 1), hash('sha256', await readFile(path))] as const,
	);
	return Object.fromEntries(await Promise.all(sums));
}

/** Templates of earlier versions of this program, and of runs that were stopped; what is younger than a day may be in use. */
async function removeOthers(home: string): Promise<void> {
	for (const name of await readdir(home)) {
		const path = join(home, name);
		const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Number.POSITIVE_INFINITY);
		if (age > 86_400_000) await rm(path, { recursive: true, force: true });
	}
}
