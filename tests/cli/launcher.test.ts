import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

// Several processes start in each test: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const LAUNCHER = resolve('bin/rulepress.mjs');

/** A stand-in for the command line: says which Node runs it, and ends or waits as it is told to. */
const MAIN = `
export async function main([command, ...rest]) {
	if (command === 'wait') {
		// Never left behind by a test that fails.
		setTimeout(() => process.exit(9), 20_000);
		const stopped = new Promise((resolve) => process.on('SIGTERM', () => resolve(5)));
		process.stdout.write('waiting\\n');
		return stopped;
	}
	process.stdout.write(JSON.stringify({ rest, relaunched: process.env.FAKE_NODE ?? null }) + '\\n');
	return Number(command);
}
`;

let folder: string;
let launcher: string;
/** The launcher, made to believe that this Node is old unless the stand-in for the brought one started it. */
let old: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'launcher-'));
	launcher = join(folder, 'bin/rulepress.mjs');
	await mkdir(join(folder, 'src/cli'), { recursive: true });
	await cp(LAUNCHER, launcher);
	await writeFile(join(folder, 'src/cli/main.ts'), MAIN);
	await writeFile(join(folder, 'package.json'), '{ "type": "module" }');

	const source = await readFile(LAUNCHER, 'utf8');
	const marked = source.replace('process.versions.node', "(process.env.FAKE_NODE ? '99.0.0' : '20.20.2')");
	expect(marked).not.toBe(source);
	old = join(folder, 'bin/old.mjs');
	await writeFile(old, marked);
});

afterAll(() => rm(folder, { recursive: true }));

function launch(program: string, ...args: readonly string[]) {
	return new Promise<{ code: number | string | null | undefined; stdout: string; stderr: string }>((done) => {
		execFile(process.execPath, [program, ...args], (error, stdout, stderr) =>
			done({ code: error === null ? 0 : error.code, stdout, stderr }),
		);
	});
}

describe('a Node that is new enough', () => {
	test.each([0, 1, 2])('passes the arguments on and exits with %i', async (code) => {
		const { stdout, ...rest } = await launch(launcher, String(code), 'a b', '--x');
		expect(rest).toEqual({ code, stderr: '' });
		expect(JSON.parse(stdout)).toEqual({ rest: ['a b', '--x'], relaunched: null });
	});
});

test('a Node that is too old, and no other: one plain message and 2', async () => {
	const { code, stdout, stderr } = await launch(old, '0');
	expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	expect(stderr).toMatch(/^rulepress needs Node\.js 22\.18 or newer; this is v/);
});

describe('what it runs', () => {
	const built = "export const main = async () => { process.stdout.write('built'); return 0; };";

	test('source, where there is any: an earlier build may be stale', async () => {
		const clone = join(folder, 'clone');
		await cp(join(folder, 'src'), join(clone, 'src'), { recursive: true });
		await writeFiles(clone, { 'bin/rulepress.mjs': await readFile(LAUNCHER, 'utf8'), 'lib/cli/main.js': built });
		expect((await launch(join(clone, 'bin/rulepress.mjs'), '0')).stdout).toContain('"rest":[]');
	});

	test('the build, in a published package', async () => {
		const installed = join(folder, 'team/node_modules/rulepress');
		await writeFiles(installed, { 'bin/rulepress.mjs': await readFile(LAUNCHER, 'utf8'), 'lib/cli/main.js': built });
		expect((await launch(join(installed, 'bin/rulepress.mjs'), '0')).stdout).toBe('built');
	});

	async function writeFiles(root: string, files: Readonly<Record<string, string>>) {
		for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
			await mkdir(join(root, name, '..'), { recursive: true });
			await writeFile(join(root, name), text);
		}
	}
});

describe.skipIf(process.platform === 'win32')('a Node that is too old, with the one that the project brings', () => {
	beforeAll(async () => {
		const brought = join(folder, `node_modules/node-${process.platform}-${process.arch}/bin`);
		await mkdir(brought, { recursive: true });
		const script = `#!/bin/sh\nFAKE_NODE=brought exec ${JSON.stringify(process.execPath)} "$@"\n`;
		await writeFile(join(brought, 'node'), script, { mode: 0o755 });
	});

	test.each([0, 1, 2])('hands over and exits with %i', async (code) => {
		const { stdout, ...rest } = await launch(old, String(code), 'a b');
		expect(rest).toEqual({ code, stderr: '' });
		expect(JSON.parse(stdout)).toEqual({ rest: ['a b'], relaunched: 'brought' });
	});

	test('also when it is started through a link, as npm does', async () => {
		const link = join(folder, 'linked.mjs');
		await symlink(old, link);
		expect((await launch(link, '0')).stdout).toContain('"relaunched":"brought"');
	});

	test('passes signals through', async () => {
		const child = spawn(process.execPath, [old, 'wait'], { stdio: ['ignore', 'pipe', 'ignore'] });
		const [said] = await once(child.stdout, 'data');
		expect(String(said)).toBe('waiting\n');
		child.kill('SIGTERM');
		expect((await once(child, 'exit'))[0]).toBe(5);
	});
});

describe('the real command line', () => {
	test('a reader that goes away is no failure', async () => {
		const child = spawn(process.execPath, [LAUNCHER, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
		child.stdout.destroy();
		const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	});

	test.each([
		[{}, false],
		[{ FORCE_COLOR: '1' }, true],
		[{ NO_COLOR: '1' }, false],
	])('colours in piped output with %j: %s', async (wish, coloured) => {
		const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
		const stdout = await new Promise<string>((done) => {
			const command = [LAUNCHER, 'explain', 'title-missing'];
			execFile(process.execPath, command, { env: { ...rest, ...wish } }, (_error, text) => done(text));
		});
		expect(stdout).toContain('[title-missing]');
		expect(stdout.includes('\u001b[')).toBe(coloured);
	});
});
