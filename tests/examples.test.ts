import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// A site is built and linters start: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const SITE = 'https://rules.example.org';

/** The examples, copied to a project of their own in which this package is installed from its source. */
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'examples-'));
	await cp('examples', folder, { recursive: true, filter: (path) => !/[\\/](dist|\.rulepress)$/.test(path) });
	await mkdir(join(folder, 'node_modules'));
	await symlink(resolve('.'), join(folder, 'node_modules/rulepress'), 'junction');
	for (const name of ['eslint', 'typescript-eslint', 'stylelint']) {
		await symlink(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
	}
	const built = await run('.', resolve('bin/rulepress.mjs'), 'build');
	expect(built.code, built.stderr).toBe(0);
});

afterAll(() => rm(folder, { recursive: true }));

function run(cwd: string, program: string, ...args: readonly string[]) {
	const command = ['--conditions=rulepress-source', program, ...args];
	return new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
		execFile(process.execPath, command, { cwd: join(folder, cwd) }, (error, stdout, stderr) =>
			done({ code: error === null ? 0 : error.code, stdout, stderr }),
		);
	});
}

/** Whether the built site has the page of an address. */
function hasPage(url: string): boolean {
	return existsSync(join(folder, 'dist', url.slice(SITE.length), 'index.html'));
}

test.each([[[]], [['--concurrency', '2', '--cache']]])(
	'ESLint names the pages of the team, with %j',
	async (options) => {
		const program = resolve('node_modules/eslint/bin/eslint.js');
		const { code, stdout, stderr } = await run('eslint', program, '--format', 'json-with-metadata', ...options, '.');
		expect(code, stderr).toBe(1);
		const report: {
			results: { messages: { ruleId: string }[] }[];
			metadata: { rulesMeta: Record<string, { docs: { url: string } }> };
		} = JSON.parse(stdout);
		const found = report.results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
		const urls = found.map((id) => [id, report.metadata.rulesMeta[id]?.docs.url ?? '']);
		expect(Object.fromEntries(urls)).toEqual({
			'@typescript-eslint/no-explicit-any': `${SITE}/rules/team/say-what-a-value-is/`,
			'no-eval': `${SITE}/rules/team/no-dynamic-eval/`,
			'no-var': 'https://eslint.org/docs/latest/rules/no-var',
		});
		expect(urls.map(([, url = '']) => url).filter((url) => url.startsWith(SITE) && !hasPage(url))).toEqual([]);
	},
);

test('stylelint names the page of the team', async () => {
	const program = resolve('node_modules/stylelint/bin/stylelint.mjs');
	const { code, stderr } = await run('stylelint', program, '--formatter', 'json', 'src/*.css');
	expect(code, stderr).toBe(2);
	const [file]: { warnings: { rule: string; url?: string }[] }[] = JSON.parse(stderr);
	expect(file?.warnings.map(({ rule, url }) => [rule, url])).toEqual([
		['block-no-empty', undefined],
		['property-no-unknown', `${SITE}/rules/team/use-properties-that-exist/`],
	]);
	expect(hasPage(`${SITE}/rules/team/use-properties-that-exist/`)).toBe(true);
});
