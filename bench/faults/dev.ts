import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../harness/project.ts';
import { type Random, randomFrom } from '../synthetic/random.ts';
import { build, filesOf, type Project } from './project.ts';
import type { Outcome } from './report.ts';

const EDITS = 120;
/** How long the server may take to catch up with the last edit. */
const PATIENCE = 60_000;

type Edit = readonly [name: string, run: (project: Project, random: Random) => void];

const rulesOf = ({ content }: Project): readonly string[] =>
	filesOf(content)
		.filter((file) => /\/rules\/[^_].*\.md$/.test(file))
		.sort();
const some = (project: Project, random: Random): string => random.one(rulesOf(project));

/** What people and their programs do to packs while the server runs. */
const HARMS: readonly Edit[] = [
	['a sentence', (project, random) => change(some(project, random), (text) => `${text}\nMore ${random.share()}.\n`)],
	['a syntax error', (project, random) => change(some(project, random), (text) => text.replace('---\n', '---\n: [\n'))],
	['half a file', (project, random) => change(some(project, random), (text) => text.slice(0, text.length / 2))],
	['bytes that are no text', (project, random) => writeFileSync(some(project, random), Buffer.from([0xff, 0, 0xfe]))],
	['a file emptied', (project, random) => writeFileSync(some(project, random), '')],
	['a file removed', (project, random) => rmSync(some(project, random))],
	['a pack removed', (project, random) => rmSync(dirname(dirname(some(project, random))), { recursive: true })],
	[
		'a file renamed',
		(project, random) => {
			const file = some(project, random);
			renameSync(file, join(dirname(file), `renamed-${random.between(1, 999)}-${basename(file)}`));
		},
	],
	[
		'a folder instead of a file',
		(project, random) => {
			const file = some(project, random);
			rmSync(file);
			mkdirSync(join(file, 'deep'), { recursive: true });
		},
	],
	[
		'a file instead of a folder',
		(project, random) => {
			const folder = dirname(some(project, random));
			rmSync(folder, { recursive: true });
			writeFileSync(folder, 'a file');
		},
	],
	[
		'saved as editors do',
		(project, random) => {
			const file = some(project, random);
			writeFileSync(`${file}.swp~`, `${readFileSync(file, 'utf8')}\nSaved ${random.share()}.\n`);
			renameSync(`${file}.swp~`, file);
		},
	],
	[
		'the config broken',
		({ folder }) => writeFileSync(join(folder, 'rulepress.config.mjs'), 'export default { content: ['),
	],
	[
		'the config repaired',
		({ folder }) => writeFileSync(join(folder, 'rulepress.config.mjs'), "export default { content: ['content'] };\n"),
	],
	[
		'all packs away and back',
		({ content }) => {
			renameSync(content, `${content}-away`);
			renameSync(`${content}-away`, content);
		},
	],
];

function change(file: string, how: (text: string) => string): void {
	writeFileSync(file, how(readFileSync(file, 'utf8')));
}

/** Puts the project back as it was, through edits that the server sees. */
function repair(project: Project, kept: ReadonlyMap<string, Buffer>): void {
	for (const file of filesOf(project.content)) if (!kept.has(file)) rmSync(file);
	for (const [file, bytes] of kept) {
		for (let above = dirname(file); above.startsWith(project.content); above = dirname(above))
			if (existsSync(above) && filesOf(dirname(above)).includes(above)) rmSync(above);
		if (existsSync(file) && !filesOf(dirname(file)).includes(file)) rmSync(file, { recursive: true });
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
}

/**
 * Edits packs at random while `rulepress dev` serves them, at times all at once and at times one after the other, and repairs
 * half of them again. What it serves at the end must be what a build of the same packs makes; `lacks` says what it must be before.
 */
export async function editedDev(project: Project, seed: number): Promise<readonly Outcome[]> {
	const random = randomFrom(seed);
	const kept = new Map(filesOf(project.content).map((file) => [file, readFileSync(file)]));
	const program = [join(ROOT, 'bin/rulepress.mjs'), 'dev', '--port', '0'];
	const env = { ...process.env, XDG_CACHE_HOME: project.cache };
	const child = spawn(process.execPath, program, { cwd: project.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text) => {
			said += text;
		});
	try {
		while (!/Serving (\S+)/.test(said) && child.exitCode === null) await wait(50);
		const address = /Serving (\S+)/.exec(said)?.[1] ?? '';
		const wrong: string[] = [];
		for (const end of ['broken', 'repaired'] as const) {
			for (let edit = 0; edit < EDITS && child.exitCode === null; edit++) {
				if (rulesOf(project).length < 10) repair(project, kept);
				random.one(HARMS)[1](project, random);
				if (random.share() < 0.5) await wait(random.between(1, 150));
				await fetch(address).catch((error: Error) => wrong.push(`edit ${edit}: no answer, ${String(error.cause)}`));
			}
			HARMS.find(([name]) => name === 'the config repaired')?.[1](project, random);
			if (end === 'repaired') repair(project, kept);
			await build(project, { args: ['--skip-invalid'] });
			const found = await whenNull(() => (end === 'repaired' ? differs(project, address) : lacks(project, address)));
			if (found !== null) wrong.push(`${end}: ${found}`);
		}
		if (child.exitCode !== null) wrong.push(`the server ended with ${child.exitCode}`);
		return [
			{
				fault: `dev: ${HARMS.map(([name]) => name).join(', ')}`,
				runs: 2 * EDITS,
				endings: child.exitCode === null ? 'still serving' : String(child.exitCode),
				served: wrong.length === 0 ? 'catalog, pages and addresses as of a build' : wrong.slice(0, 12).join('; '),
				next: wrong.length === 0 ? 'as a build' : 'WRONG',
				message: /^\s+at /m.test(said) ? 'A STACK WAS SHOWN' : '',
				bad: wrong.length + Number(/^\s+at /m.test(said)),
			},
		];
	} finally {
		child.kill('SIGTERM');
	}
}

/** Asks until nothing is wrong any more; what still is after a while, or null. */
async function whenNull(ask: () => Promise<string | null>): Promise<string | null> {
	const began = performance.now();
	for (;;) {
		const difference = await ask().catch((error) => String(error));
		if (difference === null || performance.now() - began > PATIENCE) return difference;
		await wait(500);
	}
}

/**
 * While rules are broken: the server must have all rules that a build keeps, and beside them only rules whose file is still
 * there, since it goes on showing what a rule was before an error came in.
 */
async function lacks(project: Project, address: string): Promise<string | null> {
	const served = catalogOf(await (await fetch(`${address}rules.json`)).text());
	const built = catalogOf(readFileSync(join(project.out, 'rules.json'), 'utf8'));
	const files = new Set(rulesOf(project));
	for (const id of built.keys()) if (!served.has(id)) return `rules.json lacks ${id}`;
	for (const [id, source] of served) {
		if (!built.has(id) && !files.has(join(project.content, source)))
			return `rules.json still has ${id}, whose file is gone`;
		const answer = await fetch(`${address}rules/${id.split('/').map(encodeURIComponent).join('/')}/`);
		if (answer.status !== 200) return `${answer.status} for ${id}`;
	}
	return null;
}

/** The path of each rule's file below the packs, by the rule's id. */
function catalogOf(text: string): ReadonlyMap<string, string> {
	const { rules } = JSON.parse(text) as { rules: readonly { id: string; source: string }[] };
	return new Map(rules.map(({ id, source }) => [id, source]));
}

async function differs(project: Project, address: string): Promise<string | null> {
	const catalog = await (await fetch(`${address}rules.json`)).text();
	const built = readFileSync(join(project.out, 'rules.json'), 'utf8');
	if (catalog !== built) return `rules.json, ${firstDifference(catalog, built)}`;
	const pages = filesOf(project.out).filter((file) => file.endsWith('index.html') && file.includes('/rules/'));
	for (const page of pages) {
		const path = page.slice(project.out.length + 1, -'index.html'.length);
		const answer = await fetch(address + path.split('/').map(encodeURIComponent).join('/'));
		const served = mainOf(await answer.text());
		if (answer.status !== 200 || served !== mainOf(readFileSync(page, 'utf8'))) return `${answer.status} ${path}`;
	}
	return null;
}

function firstDifference(one: string, two: string): string {
	let at = 0;
	while (one[at] === two[at]) at++;
	return [one, two].map((text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60))).join(' for ');
}

/** What a page says, without the scripts that reload it in the server. */
function mainOf(page: string): string {
	const [, main = ''] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(page) ?? [];
	return main.replace(/\s+/g, ' ');
}
