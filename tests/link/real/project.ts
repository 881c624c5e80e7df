import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const LAUNCHER = join(REPOSITORY, 'bin/rulepress.mjs');

export interface Ended {
	/** Null when the program could not be started. */
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A site that is built and served. */
export interface ServedSite {
	readonly url: string;
	/** Folder of the built site. */
	readonly out: string;
	readonly stop: () => Promise<void>;
}

/** A project in a folder of its own: sources with findings, and rules about them. */
export interface Project {
	readonly folder: string;
	readonly run: (program: string, ...args: readonly string[]) => Promise<Ended>;
	readonly rulepress: (...args: readonly string[]) => Promise<Ended>;
	/** Builds the site for an address on this machine below `base`, and serves it with `rulepress preview`. */
	readonly serve: (base: string) => Promise<ServedSite>;
	readonly clear: () => Promise<void>;
}

export async function makeProject(): Promise<Project> {
	const folder = await mkdtemp(join(tmpdir(), 'real-linters-'));
	await cp(join(import.meta.dirname, 'sources'), folder, { recursive: true });
	await cp(join(import.meta.dirname, 'packs'), join(folder, 'packs'), { recursive: true });
	await writeFile(join(folder, 'biome.json'), '{ "root": true }');
	await symlink(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'), 'junction');
	const run: Project['run'] = (program, ...args) => start(folder, program, args);
	const rulepress: Project['rulepress'] = (...args) => run(process.execPath, LAUNCHER, ...args);
	return {
		folder,
		run,
		rulepress,
		serve: async (base) => {
			const port = await freePort();
			const out = join(folder, `site${base.replaceAll('/', '-')}`);
			const built = await rulepress(
				...['build', 'packs', '--out', out, '--site', `http://127.0.0.1:${port}`, '--base', base],
			);
			if (built.code !== 0) throw new Error(`The site was not built:\n${built.stdout}${built.stderr}`);
			return { out, ...(await preview(folder, ['preview', out, '--base', base, '--port', String(port)])) };
		},
		clear: () => rm(folder, { recursive: true, force: true }),
	};
}

function start(cwd: string, program: string, args: readonly string[]): Promise<Ended> {
	const { FORCE_COLOR: _, FORCE_HYPERLINK: __, ...env } = process.env;
	return new Promise((done) => {
		const options = { cwd, env: { ...env, NO_COLOR: '1' }, maxBuffer: 64 * 1024 * 1024 };
		execFile(program, args, options, (error, stdout, stderr) => {
			const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
			done({ code, stdout, stderr });
		});
	});
}

async function preview(cwd: string, args: readonly string[]): Promise<Pick<ServedSite, 'url' | 'stop'>> {
	const child = spawn(process.execPath, [LAUNCHER, ...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	const [said] = (await Promise.race([once(child.stdout, 'data'), ended])) as readonly unknown[];
	const url = /http:\S+/.exec(String(said))?.[0];
	if (url === undefined) throw new Error(`The site is not served: ${String(said)}`);
	const stop = async () => {
		child.kill('SIGTERM');
		await ended;
	};
	return { url, stop };
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('No port is free');
	return address.port;
}
