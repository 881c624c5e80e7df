import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';

/** What a repository's own config may set and must not: programs that git would run, and what would change its answer. */
const SETTINGS = [
	'core.fsmonitor=false',
	'log.showSignature=false',
	'protocol.allow=never',
	'log.follow=false',
	'log.showRoot=true',
	'diff.relative=false',
];

/** Grafts and replaced commits are left out: the history then depends on nothing but the commit that is checked out. */
const ENVIRONMENT = {
	GIT_OPTIONAL_LOCKS: '0',
	GIT_NO_LAZY_FETCH: '1',
	GIT_TERMINAL_PROMPT: '0',
	GIT_NO_REPLACE_OBJECTS: '1',
	GIT_GRAFT_FILE: devNull,
};

/** The folder after following links; null when it is not there. */
export function realFolder(folder: string): string | null {
	try {
		return realpathSync(folder);
	} catch {
		return null;
	}
}

/** The nearest folder above that holds `.git`, which is a file in a worktree or a submodule. */
export function repositoryOf(folder: string, known: Map<string, string | null>): string | null {
	const before = known.get(folder);
	if (before !== undefined) return before;
	const above = dirname(folder);
	const found = existsSync(join(folder, '.git')) ? folder : above === folder ? null : repositoryOf(above, known);
	known.set(folder, found);
	return found;
}

/**
 * Runs git and hands over its output field by field until `take` has had enough. Ends quietly whatever goes wrong. A
 * repository can be a stranger's: nothing its config names is run, and nothing is fetched.
 */
export function git(
	root: string,
	args: readonly string[],
	separator: string,
	take: (field: string) => boolean,
): Promise<void> {
	const safe = ['--no-pager', ...SETTINGS.flatMap((setting) => ['-c', setting])];
	const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = process.env;
	return new Promise((resolve) => {
		const child = spawn('git', [...safe, '-C', root, ...args], {
			env: { ...env, ...ENVIRONMENT },
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
