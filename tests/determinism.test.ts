import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** A machine, as far as it could show in a site. */
interface Machine {
	readonly folder: string;
	readonly env: Readonly<Record<string, string>>;
	readonly umask: string;
	/** The order in which files come into being, and hence may be listed. */
	readonly order: (files: readonly string[]) => readonly string[];
	readonly written: Date;
}

const PACKS = new URL('./browser/packs', import.meta.url).pathname;
const PROGRAM = resolve('bin/rulepress.mjs');

const ONE: Machine = {
	folder: 'a',
	env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' },
	umask: '022',
	order: (files) => files,
	written: new Date('2001-02-03T04:05:06Z'),
};
const OTHER: Machine = {
	folder: 'a folder/Übung und Maß/deep/er',
	env: {
		TZ: 'America/Anchorage',
		LANG: 'tr_TR.UTF-8',
		LC_ALL: 'tr_TR.UTF-8',
		NODE_OPTIONS: '--max-old-space-size=700',
	},
	umask: '077',
	order: (files) => [...files].reverse(),
	written: new Date('2040-11-12T13:14:15Z'),
};
const THIRD: Machine = {
	...OTHER,
	folder: 'third',
	env: { TZ: 'Asia/Kathmandu', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8', UV_THREADPOOL_SIZE: '1' },
};

let root: string;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'determinism-'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

function filesOf(folder: string): readonly string[] {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
}

async function build({ folder, env, umask, order, written }: Machine): Promise<string> {
	const project = join(root, folder);
	for (const file of order(filesOf(PACKS))) {
		const target = join(project, 'content', file);
		mkdirSync(dirname(target), { recursive: true });
		cpSync(join(PACKS, file), target);
		utimesSync(target, written, written);
	}
	// Names that languages sort in different ways, and letters that they fold in different ways.
	for (const name of order(['istanbul', 'Irak', 'ıslak', 'ångström', 'zebra', 'öl', 'a10', 'a9'])) {
		const target = join(project, 'content/letters/rules', `${name}.md`);
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, `---\ntitle: ${name} I i\nimpact: HIGH\ntags: ${name}, INIT\n---\n\nText of ${name}.\n`);
	}
	await rulepress(project, env, umask);
	return join(project, 'dist');
}

function rulepress(project: string, env: Machine['env'], umask: string): Promise<void> {
	const script = `umask ${umask}; exec "$0" "$@"`;
	const child = spawn('sh', ['-c', script, process.execPath, PROGRAM, 'build', '--site', 'https://rules.example.org'], {
		cwd: project,
		env: { ...process.env, XDG_CACHE_HOME: join(project, 'cache'), ...env },
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let said = '';
	child.stderr.on('data', (text) => {
		said += text;
	});
	return new Promise((done, fail) => {
		child.on('close', (code) => (code === 0 ? done() : fail(new Error(`${code}: ${said}`))));
	});
}

function sums(folder: string): Readonly<Record<string, string>> {
	return Object.fromEntries(filesOf(folder).map((file) => [file, hash('sha256', readFileSync(join(folder, file)))]));
}

it.skipIf(process.platform === 'win32')(
	'the same packs give the same bytes, wherever, whenever and in whatever language they are built',
	{ timeout: 300_000 },
	async () => {
		const first = sums(await build(ONE));
		expect(Object.keys(first).length).toBeGreaterThan(100);
		for (const machine of [OTHER, THIRD]) expect(sums(await build(machine))).toEqual(first);
		// With all that the first build has left.
		await rulepress(join(root, ONE.folder), { ...THIRD.env, XDG_CACHE_HOME: join(root, ONE.folder, 'cache') }, '022');
		expect(sums(join(root, ONE.folder, 'dist'))).toEqual(first);
		const modes = filesOf(join(root, ONE.folder, 'dist')).map((file) =>
			(statSync(join(root, ONE.folder, 'dist', file)).mode & 0o777).toString(8),
		);
		expect(new Set(modes)).toEqual(new Set(['644']));
	},
);
