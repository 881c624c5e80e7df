import { expect, test } from 'vitest';
import { failureText } from '../../src/cli/failure.ts';
import { run } from './run.ts';

test.each([
	[
		"ENOSPC: no space left on device, copyfile '/a/b' -> '/c/d'",
		'could not read or write a file: no space left on device (ENOSPC) at /c/d. Free space and run again',
	],
	['ENOSPC: no space left on device, write', 'could not write a file: no space left on device (ENOSPC). Free space'],
	["EROFS: read-only file system, mkdir '/x'", 'could not make a folder: the file system is read-only (EROFS) at /x.'],
	["EACCES: permission denied, open '/x y'", 'permission denied (EACCES) at /x y. Give this user the right to it'],
	["EMFILE: too many open files, scandir '/x'", 'too many files are open (EMFILE) at /x. Raise the limit (ulimit -n)'],
	["ENOTDIR: not a directory, mkdir '/x/y'", 'a file is where a folder is needed (ENOTDIR) at /x/y.'],
	["EXDEV: cross-device link not permitted, rename '/x' -> '/y'", 'unexpected failure: EXDEV'],
	['Rules are EXCELLENT: nothing, really', 'unexpected failure: Rules are EXCELLENT: nothing, really'],
])('%s', (message, said) => {
	expect(failureText(new Error(message), false)).toContain(said);
	expect(failureText(new Error(message), false)).toMatch(/^error: .*\n$/);
});

test('the failure of the system may be the cause of another, or come from another thread as text', () => {
	const full = new Error('ENOSPC: no space left on device, write');
	expect(failureText(new Error('Rollup failed', { cause: full }), false)).toContain('no space left on device (ENOSPC)');
	const text = new Error("The index could not be made: ENOSPC: no space left on device, mkdir '/x'");
	expect(failureText(text, false)).toContain('no space left on device (ENOSPC) at /x');
});

test('a build that the system stops says that the last site is untouched, and ends with 2', async () => {
	const build = () => Promise.reject(new Error("ENOSPC: no space left on device, open '/x'"));
	const { code, err } = await run(['build'], { build });
	expect(code).toBe(2);
	expect(err).toMatch(/^error: .*\(ENOSPC\) at \/x\. Free space and run again; the last site is untouched\.\n$/);
});

test.each([['build', '--out', 'gone'], ['preview', '--out', 'gone'], ['dev']])(
	'%s says that it has put the last good site back',
	async (...command) => {
		const { err } = await run(command, { restores: true });
		expect(err).toMatch(/note: a build was killed while it swapped sites; \w+ holds the last good one again\.\n/);
	},
);

test('a path drives no terminal', () => {
	const error = new Error("EACCES: permission denied, open '/x\u001b[2J\u202ey'");
	expect(failureText(error, false)).toContain('(EACCES) at /x�[2J[U+202E]y.');
	expect(failureText(error, true)).not.toContain('\u001b');
});
