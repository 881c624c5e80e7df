import { type ChildProcess, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../harness/project.ts';
import { writeSyntheticPacks } from '../synthetic/packs.ts';

/** Every file of a folder with a hash of its bytes; null when the folder is not there. */
export type Tree = ReadonlyMap<string, string> | null;

/** How a command ended. */
export interface Ending {
	/** Its exit code, or the signal that ended it. */
	readonly code: number | string;
	readonly out: string;
	readonly err: string;
}

/** A project of made-up packs, with caches of its own. */
export interface Project {
	readonly folder: string;
	readonly content: string;
	readonly cache: string;
	readonly out: string;
}

export async function makeProject(folder: string, rules: number): Promise<Project> {
	const project = { folder, content: join(folder, 'content'), cache: join(folder, 'cache'), out: join(folder, 'dist') };
	mkdirSync(project.content, { recursive: true });
	await writeSyntheticPacks(project.content, rules);
	await writeFile(join(folder, 'rulepress.config.mjs'), "export default { content: ['content'] };\n");
	return project;
}

/** What is done to the environment of a command. */
export interface Circumstances {
	readonly env?: Readonly<Record<string, string>>;
	/** A program that starts the command, such as `setpriv`, with its arguments. */
	readonly through?: readonly string[];
	readonly args?: readonly string[];
}

/** Starts `rulepress build` in a project. */
export function startBuild(project: Project, { env = {}, through = [], args = [] }: Circumstances = {}): ChildProcess {
	const [program = '', ...rest] = [...through, process.execPath, join(ROOT, 'bin/rulepress.mjs'), 'build', ...args];
	return spawn(program, rest, {
		cwd: project.folder,
		env: { ...process.env, XDG_CACHE_HOME: project.cache, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}

export async function ended(child: ChildProcess): Promise<Ending> {
	let out = '';
	let err = '';
	child.stdout?.on('data', (text) => {
		out += text;
	});
	child.stderr?.on('data', (text) => {
		err += text;
	});
	return new Promise((done) => {
		child.on('error', ({ message }) => done({ code: 'not started', out, err: message }));
		child.on('close', (code, signal) => done({ code: code ?? signal ?? '', out, err }));
	});
}

export async function build(project: Project, circumstances?: Circumstances): Promise<Ending> {
	return ended(startBuild(project, circumstances));
}

/** What a build of the same packs yields that finds nothing from before. Throws when it fails. */
export async function freshTree(project: Project, circumstances?: Circumstances): Promise<Tree> {
	const folder = `${project.folder}-fresh`;
	rmSync(folder, { recursive: true, force: true });
	const fresh = { folder, content: join(folder, 'content'), cache: join(folder, 'cache'), out: join(folder, 'dist') };
	mkdirSync(folder, { recursive: true });
	cpSync(project.content, fresh.content, { recursive: true });
	cpSync(join(project.folder, 'rulepress.config.mjs'), join(folder, 'rulepress.config.mjs'));
	const { code, err } = await build(fresh, circumstances);
	if (code !== 0) throw new Error(`A fresh build ended with ${code}: ${err}`);
	return treeOf(fresh.out);
}

export function treeOf(folder: string): Tree {
	if (!existsSync(folder)) return null;
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
	const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
	return new Map(paths.map((path) => [path.slice(folder.length + 1), hash('sha256', readFileSync(path))]));
}

export function isSame(one: Tree, two: Tree): boolean {
	if (one === null || two === null) return one === two;
	return one.size === two.size && [...one].every(([path, sum]) => two.get(path) === sum);
}

/** What is left of runs that ended early, by their names, below the project and beside its output. */
export function leftovers({ folder }: Project): readonly string[] {
	const kept = join(folder, '.rulepress');
	const below = existsSync(kept) ? readdirSync(kept).filter((name) => name.startsWith('site-')) : [];
	const homes = existsSync(join(kept, 'published')) ? readdirSync(join(kept, 'published')) : [];
	const spares = homes.flatMap((home) => {
		const names = readdirSync(join(kept, 'published', home));
		return names.filter((name) => name.startsWith('spare-')).slice(1);
	});
	return [...below, ...spares, ...readdirSync(folder).filter((name) => /^\.dist\./.test(name))];
}

/** All files of a folder, by their absolute paths. */
export function filesOf(folder: string): readonly string[] {
	if (!existsSync(folder)) return [];
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

export function bytesOf(file: string): number {
	return statSync(file).size;
}
