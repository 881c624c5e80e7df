import { join, relative } from 'node:path';
import { git, realFolder, repositoryOf } from './git.ts';
import { toPosix } from './read.ts';

/** Files below one folder, as absolute paths. */
export interface DatedFolder {
	readonly absolute: string;
	readonly files: readonly string[];
}

/**
 * Absolute path → the day (`2026-03-01`) on which the last commit that changed the file was written. One `git log` for each
 * repository, however many files there are. A file has no date when git, the repository or the file's history is missing,
 * and in a shallow clone, where every file seems as old as the clone. Never throws.
 */
export async function gitDates(folders: readonly DatedFolder[]): Promise<ReadonlyMap<string, string>> {
	const wanted = new Map<string, Map<string, string>>();
	const known = new Map<string, string | null>();
	for (const { absolute, files } of folders) {
		const real = realFolder(absolute);
		const root = real === null ? null : repositoryOf(real, known);
		if (real === null || root === null) continue;
		const own = wanted.get(root) ?? new Map<string, string>();
		for (const file of files) own.set(toPosix(relative(root, join(real, relative(absolute, file)))), file);
		wanted.set(root, own);
	}
	const found = await Promise.all([...wanted].map(([root, files]) => datesIn(root, files)));
	return new Map(found.flat());
}

/** `files`: path in the repository → absolute path. */
async function datesIn(root: string, files: ReadonlyMap<string, string>): Promise<readonly [string, string][]> {
	let isWhole = false;
	await git(root, ['rev-parse', '--is-shallow-repository'], '\n', (answer) => {
		isWhole = answer === 'false';
		return false;
	});
	if (!isWhole) return [];
	const tops = topFolders(files.keys());
	const left = await committed(root, tops, files);
	if (left.size === 0) return [];
	const dates: [string, string][] = [];
	let day = '';
	const log = ['log', '--no-show-signature', '--no-renames', '--name-only', '-z', '--format=%x01%as', 'HEAD', '--'];
	await git(root, [...log, ...tops.map((top) => `:(literal,top)${top}`)], '\0', (field) => {
		// git puts a line break between a commit and its first file.
		const path = field.replace(/^\n/, '');
		if (path.startsWith('\x01')) {
			day = path.slice(1, 11);
			return true;
		}
		const file = left.get(path);
		if (file !== undefined && left.delete(path)) dates.push([file, day]);
		return left.size > 0;
	});
	return dates;
}

/** Those of the files that the last commit holds. Looking for any other would lead through the whole history in vain. */
async function committed(
	root: string,
	tops: readonly string[],
	files: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	await git(root, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', ...tops], '\0', (path) => {
		const file = files.get(path);
		if (file !== undefined) found.set(path, file);
		return true;
	});
	return found;
}

/** Where in the repository to look; nowhere in particular when files lie at its top. */
function topFolders(paths: Iterable<string>): readonly string[] {
	const tops = new Set<string>();
	for (const path of paths) {
		const end = path.indexOf('/');
		if (end === -1) return [];
		tops.add(path.slice(0, end));
	}
	return [...tops];
}
