import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build, filesOf, isSame, type Project, type Tree, treeOf } from './project.ts';
import { isPlain, messageOf, type Outcome, tally } from './report.ts';

/** What is kept between builds, by what a reader of the table knows it as. */
const KINDS: readonly (readonly [kind: string, belongs: (path: string) => boolean])[] = [
	['prepared rules', (path) => path.endsWith('.rules')],
	['facts of prepared rules', (path) => path.endsWith('.facts')],
	['parts of the search index', (path) => path.endsWith('.part')],
	['relations of rules', (path) => /\/cache\/.*\/relations\/.*\.json$/.test(path)],
	['headers of the parts', (path) => /\/cache\/.*\/search\/.*\.json$/.test(path)],
	['compiled templates', (path) => path.includes('/cache/') && path.includes('/templates/')],
	['the record of the last build', (path) => path.endsWith('/last.json')],
	['the record of the spare', (path) => path.endsWith('/spare.json')],
	['files of the spare, size and time kept', (path) => /\/published\/\w+\/spare-/.test(path)],
	['files of the output, size and time kept', (path) => path.includes('/dist/')],
];

type Harm = readonly [name: string, run: (file: string) => void];

const HARMS: readonly Harm[] = [
	['a byte flipped', (file) => flip(file, 1)],
	['every 97th byte flipped', (file) => flip(file, 97)],
	['cut in the middle', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
	['emptied', (file) => truncateSync(file, 0)],
	['of another program', (file) => writeFileSync(file, '{"version":0,"files":{}}\n')],
	[
		'a folder',
		(file) => {
			rmSync(file);
			mkdirSync(file);
		},
	],
];

/** Flips bytes in place, and sets the time back as a disk that errs, or a person who hides it, would leave it. */
function flip(file: string, every: number): void {
	const { atime, mtime } = statSync(file);
	const bytes = readFileSync(file);
	const step = every === 1 ? Math.max(1, bytes.length) : every;
	for (let at = Math.floor(Math.min(step, bytes.length) / 2); at < bytes.length; at += step)
		bytes[at] = (bytes[at] ?? 0) ^ 0x20;
	writeFileSync(file, bytes);
	utimesSync(file, atime, mtime);
}

/** Harms all files of one kind at a time; each next build, of the same packs and of edited ones, must be as a fresh one. */
export async function harmedCaches(project: Project, fresh: Tree): Promise<readonly Outcome[]> {
	const kept = `${project.folder}-kept`;
	const outcomes: Outcome[] = [];
	for (const [kind, belongs] of KINDS) {
		const endings: string[] = [];
		const messages: string[] = [];
		let wrong = 0;
		let harmed = 0;
		for (const [, harm] of HARMS) {
			await spareOf(project);
			const files = [project.cache, join(project.folder, '.rulepress'), project.out].flatMap(filesOf).filter(belongs);
			harmed += files.length;
			for (const file of files) harm(file);
			const ending = await build(project);
			endings.push(String(ending.code));
			const isRight = ending.code === 0 && isPlain(ending) && isSame(treeOf(project.out), fresh);
			wrong += Number(!isRight);
			messages.push(messageOf(ending));
			if (!isRight && existsSync(project.out)) cpSync(project.out, `${kept}-${outcomes.length}`, { recursive: true });
			rmSync(project.out, { recursive: true, force: true });
		}
		outcomes.push({
			fault: `${kind}: ${HARMS.map(([name]) => name).join(', ')}`,
			runs: HARMS.length,
			endings: tally(endings),
			served: `${harmed} files harmed`,
			next: wrong === 0 ? 'as fresh' : `WRONG ${wrong}`,
			message: messages.find((message) => message !== '') ?? '',
			bad: wrong + Number(harmed === 0),
		});
	}
	return outcomes;
}

/** A build, one that differs from it and one that does not: then there are an output and a spare, made from what is right. */
async function spareOf(project: Project): Promise<void> {
	const extra = join(project.folder, 'public');
	await build(project);
	mkdirSync(extra, { recursive: true });
	writeFileSync(join(extra, 'extra.txt'), 'extra');
	await build(project);
	rmSync(extra, { recursive: true });
	await build(project);
}
