import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { toPosix } from './read.ts';

/** What a repository's own config may set and must not: programs that git would run, and what would change its answer. */
const SETTINGS = [
	'core.fsmonitor=false',
	'log.showSignature=false',
	'protocol.allow=never',
	'log.follow=false',
	'log.showRoot=true',
	'diff.relative=false',
];

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

function realFolder(folder: string): string | null {
	try {
		return realpathSync(folder);
	} catch {
		return null;
	}
}

/** The nearest folder above that holds `.git`, which is a file in a worktree or a submodule. */
function repositoryOf(folder: string, known: Map<string, string | null>): string | null {
	const before = known.get(folder);
	if (before !== undefined) return before;
	const above = dirname(folder);
	const found = existsSync(join(folder, '.git')) ? folder : above === folder ? null : repositoryOf(above, known);
	known.set(folder, found);
	return found;
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

/**
 * Runs git and hands over its output field by field until `take` has had enough. Ends quietly whatever goes wrong. A
 * repository can be a stranger's: nothing its config names is run, and nothing is fetched.
 */
function git(
	root: string,
	args: readonly string[],
	separator: string,
	take: (field: string) => boolean,
): Promise<void> {
	const safe = ['--no-pager', ...SETTINGS.flatMap((setting) => ['-c', setting])];
	const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = process.env;
	return new Promise((resolve) => {
		const child = spawn('git', [...safe, '-C', root, ...args], {
			env: { ...env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
			stdio: ['ignore', 'pipe', 'ignore'],
			windowsHide: true,
		});
		let rest = '';
		let wants = true;
		child.stdout.setEncoding('utf8');
		child.stdout.on('data', (chunk: string) => {
			const fields = (rest + chunk).split(separator);
			rest = fields.pop() ?? '';
			wants &&= fields.every(take);
			if (!wants) child.kill();
		});
		child.on('error', () => resolve());
		child.on('close', () => resolve());
	});
}
