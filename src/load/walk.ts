import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { reasonOf } from './read.ts';

/** Something below a folder that was not entered or read, and why. */
export interface Obstacle {
	/** Relative to the walked folder, POSIX. */
	readonly path: string;
	readonly reason: string;
	readonly folder: boolean;
}

export interface Walk {
	/** Every file, relative to the walked folder, POSIX, sorted. */
	readonly files: readonly string[];
	readonly obstacles: readonly Obstacle[];
}

/** Folders of tools: never content, and often huge. Other hidden folders may hold packs (`.claude/skills`). */
const TOOL_FOLDERS = new Set([
	'.git',
	'.hg',
	'.svn',
	'.jj',
	'.rulepress',
	'.astro',
	'.cache',
	'.venv',
	'.yarn',
	'__pycache__',
	'node_modules',
]);

/** True for the name of a folder that is never looked into. */
export function isToolFolder(name: string): boolean {
	return TOOL_FOLDERS.has(name);
}

/**
 * Lists all files below `root`, hidden folders included.
 * Links to files inside `root` count as files. A link to a folder inside is passed over, since the folder itself is listed;
 * a link that leads out, nowhere, in a circle or to a file with another ending is an obstacle. `skip` holds absolute paths of folders to leave out.
 * Throws when `root` itself cannot be listed.
 */
export async function walkFolder(root: string, skip: ReadonlySet<string>): Promise<Walk> {
	const home = await realpath(root);
	const files: string[] = [];
	const obstacles: Obstacle[] = [];

	async function enter(folder: string): Promise<void> {
		const entries = await readdir(join(root, folder), { withFileTypes: true });
		await Promise.all(entries.map((entry) => visit(folder === '' ? entry.name : `${folder}/${entry.name}`, entry)));
	}

	async function visit(path: string, entry: Dirent): Promise<void> {
		if (entry.isFile()) files.push(path);
		else if (entry.isSymbolicLink()) await follow(path);
		else if (entry.isDirectory() && !isToolFolder(entry.name) && !skip.has(join(root, path))) {
			await enter(path).catch((cause) => obstacles.push({ path, reason: reasonOf(cause), folder: true }));
		}
	}

	async function follow(path: string): Promise<void> {
		try {
			const target = await realpath(join(root, path));
			const found = await stat(target);
			if (!isBelow(home, target)) {
				obstacles.push({ path, reason: 'its symbolic link leaves the content folder', folder: found.isDirectory() });
			} else if (found.isFile() && extname(target).toLowerCase() !== extname(path).toLowerCase()) {
				// An image that is a link to a file of secrets would publish it.
				obstacles.push({ path, reason: 'its symbolic link leads to a file of another kind', folder: false });
			} else if (found.isFile()) files.push(path);
		} catch (cause) {
			const reason = reasonOf(cause) === 'it is not there' ? 'its symbolic link leads nowhere' : reasonOf(cause);
			obstacles.push({ path, reason, folder: false });
		}
	}

	await enter('');
	return { files: files.sort(), obstacles: obstacles.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** True when `path` is `folder` or lies below it; both absolute. */
export function isBelow(folder: string, path: string): boolean {
	const way = relative(folder, path);
	return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
