import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The stages whose code decides what becomes of a file. */
const stages = ['domain', 'parse', 'render', 'prepare'];
/** Libraries that decide it as well. */
const libraries = [
	'diff',
	'shiki',
	'satteri',
	'yaml',
	'remark-gfm',
	'remark-mdx',
	'remark-parse',
	'hast-util-sanitize',
	'mdast-util-to-hast',
];

let own: Promise<string> | null = null;

/**
 * A hash of everything but the content that decides what a rule becomes: this program's own code and its libraries' versions.
 * Any change of either makes every cached result stale by itself.
 */
export function fingerprint(): Promise<string> {
	own ??= makeFingerprint();
	return own;
}

async function makeFingerprint(): Promise<string> {
	const hash = createHash('sha256').update(process.versions.modules).update(codeHash(stages));
	for (const version of await versionsOf(libraries)) hash.update(version);
	return hash.digest('hex');
}

/** A hash of the code in some folders of this program. */
export function codeHash(folders: readonly string[]): string {
	const hash = createHash('sha256');
	for (const one of folders) {
		const folder = new URL(`../${one}/`, import.meta.url);
		for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
			if (/\.[cm]?[jt]s$/.test(name)) hash.update(name).update(readFileSync(new URL(name, folder)));
		}
	}
	return hash.digest('hex');
}

/** `name@version` of packages as this program finds them. */
export async function versionsOf(packages: readonly string[]): Promise<readonly string[]> {
	const require = createRequire(import.meta.url);
	return Promise.all(packages.map(async (name) => `${name}@${await versionOf(require, name)}`));
}

/** Not every library lets its package.json be imported, so it is looked for beside the entry file. */
async function versionOf(require: NodeJS.Require, library: string): Promise<string> {
	for (const folder of require.resolve.paths(library) ?? []) {
		try {
			const text = await readFile(`${folder}/${library}/package.json`, 'utf8');
			return String((JSON.parse(text) as { version?: unknown }).version);
		} catch {
			// Not installed in this folder; the next one up may have it.
		}
	}
	return 'unknown';
}
