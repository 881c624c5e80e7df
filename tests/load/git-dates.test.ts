import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { gitDates } from '../../src/load/git-dates.ts';
import { folderWith } from './folders.ts';

const isGitHere = (() => {
	try {
		execFileSync('git', ['--version']);
		return true;
	} catch {
		return false;
	}
})();

function git(folder: string, args: readonly string[], day = '2020-01-01'): void {
	const names = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b' };
	// The author's day counts; a rebase changes the committer's.
	const env = { ...process.env, ...names, GIT_AUTHOR_DATE: `${day}T23:30:00-0900`, GIT_CONFIG_GLOBAL: '/dev/null' };
	execFileSync('git', ['-C', folder, ...args], { env, stdio: 'pipe' });
}

function commit(folder: string, day: string): void {
	git(folder, ['add', '-A']);
	git(folder, ['commit', '-q', '-m', 'x'], day);
}

/** The days of files below a folder, by their paths in it. */
async function days(folder: string, ...files: readonly string[]): Promise<Readonly<Record<string, string>>> {
	const found = await gitDates([{ absolute: folder, files: files.map((file) => join(folder, file)) }]);
	return Object.fromEntries([...found].map(([file, day]) => [file.slice(folder.length + 1), day]));
}

describe.skipIf(!isGitHere)('a file in a repository', () => {
	test('has the author’s day of the last commit that changed it', async () => {
		const folder = await folderWith({ 'rules/a.md': '1', 'rules/b.md': '1' });
		git(folder, ['init', '-q']);
		commit(folder, '2024-01-02');
		await writeFile(join(folder, 'rules/a.md'), '2');
		commit(folder, '2026-03-01');
		expect(await days(folder, 'rules/a.md', 'rules/b.md')).toEqual({
			'rules/a.md': '2026-03-01',
			'rules/b.md': '2024-01-02',
		});
	});

	test.each(['ü ber/größe.md', '规则/关闭.md', 'a "quoted" name.md', '-n.md', ':top.md', '*.md'])(
		'is found under the name %s',
		async (name) => {
			const folder = await folderWith({ [name]: '1' });
			git(folder, ['init', '-q']);
			commit(folder, '2025-05-05');
			expect(await days(folder, name)).toEqual({ [name]: '2025-05-05' });
		},
	);

	test('is found where the content folder lies deep in the repository, or is reached by a link', async () => {
		const folder = await folderWith({ 'deep/packs/one/a.md': '1' });
		git(folder, ['init', '-q']);
		commit(folder, '2025-05-05');
		await symlink(join(folder, 'deep/packs'), join(folder, 'link'));
		expect(await days(join(folder, 'deep/packs/one'), 'a.md')).toEqual({ 'a.md': '2025-05-05' });
		expect(await days(join(folder, 'link/one'), 'a.md')).toEqual({ 'a.md': '2025-05-05' });
	});

	test('belongs to the innermost repository', async () => {
		const folder = await folderWith({ 'a.md': '1', 'vendor/packs/b.md': '1' });
		git(join(folder, 'vendor'), ['init', '-q']);
		commit(join(folder, 'vendor'), '2021-01-01');
		git(folder, ['init', '-q']);
		git(folder, ['add', 'a.md']);
		git(folder, ['commit', '-q', '-m', 'x'], '2022-02-02');
		const found = await gitDates([
			{ absolute: folder, files: [join(folder, 'a.md')] },
			{ absolute: join(folder, 'vendor/packs'), files: [join(folder, 'vendor/packs/b.md')] },
		]);
		expect([...found.values()].sort()).toEqual(['2021-01-01', '2022-02-02']);
	});

	test('is dated the same whatever the repository’s own config says, and nothing that it names is run', async () => {
		const folder = await folderWith({ 'a.md': '1', 'run.sh': '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n' });
		git(folder, ['init', '-q']);
		commit(folder, '2025-05-05');
		for (const [key, value] of [
			['log.showSignature', 'true'],
			['gpg.program', join(folder, 'run.sh')],
			['core.fsmonitor', join(folder, 'run.sh')],
			['core.pager', join(folder, 'run.sh')],
			['log.follow', 'true'],
			['log.showRoot', 'false'],
			['diff.relative', 'true'],
			['color.ui', 'always'],
		] as const) {
			git(folder, ['config', key, value]);
		}
		await chmod(join(folder, 'run.sh'), 0o755);
		expect(await days(folder, 'a.md')).toEqual({ 'a.md': '2025-05-05' });
		expect(existsSync(join(folder, 'ran'))).toBe(false);
	});

	test('has no date while it is not committed', async () => {
		const folder = await folderWith({ 'a.md': '1' });
		git(folder, ['init', '-q']);
		commit(folder, '2025-05-05');
		await writeFile(join(folder, 'new.md'), '1');
		expect(await days(folder, 'a.md', 'new.md')).toEqual({ 'a.md': '2025-05-05' });
	});
});

describe.skipIf(!isGitHere)('there are no dates', () => {
	test('in a shallow clone, where every file seems as old as the clone', async () => {
		const folder = await folderWith({ 'origin/a.md': '1' });
		const origin = join(folder, 'origin');
		git(origin, ['init', '-q']);
		commit(origin, '2020-01-01');
		await writeFile(join(origin, 'b.md'), '1');
		commit(origin, '2021-01-01');
		git(folder, ['clone', '-q', '--depth', '1', `file://${origin}`, 'clone']);
		expect(await days(join(folder, 'clone'), 'a.md', 'b.md')).toEqual({});
	});

	test('in a repository without a commit', async () => {
		const folder = await folderWith({ 'a.md': '1' });
		git(folder, ['init', '-q']);
		expect(await days(folder, 'a.md')).toEqual({});
	});

	test('where `.git` is not what it should be', async () => {
		expect(await days(await folderWith({ 'a.md': '1', '.git': 'nonsense' }), 'a.md')).toEqual({});
	});
});

describe('there are no dates', () => {
	const path = process.env['PATH'];
	afterEach(() => {
		process.env['PATH'] = path;
	});

	test('outside of any repository', async () => {
		expect(await days(await folderWith({ 'a.md': '1' }), 'a.md')).toEqual({});
	});

	test('in a folder that is not there', async () => {
		const folder = await folderWith({});
		await rm(folder, { recursive: true });
		expect(await days(folder, 'a.md')).toEqual({});
	});

	test('on a machine without git', async () => {
		const folder = await folderWith({ 'a.md': '1' });
		await mkdir(join(folder, '.git'));
		process.env['PATH'] = folder;
		expect(await days(folder, 'a.md')).toEqual({});
	});
});
