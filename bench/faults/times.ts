import { appendFileSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { place } from '../../src/site/output/lock.ts';
import { build, type Ending, filesOf, freshTree, isSame, type Project, treeOf } from './project.ts';
import { messageOf, type Outcome, tally } from './report.ts';

const HOUR = 3_600_000;

/** Has every thread of a command see another time. */
function shifted(hours: number): Readonly<Record<string, string>> {
	const code = `const real = Date.now; const S = ${hours * HOUR}; Date.now = () => real() + S;
globalThis.Date = class extends Date { constructor(...a) { if (a.length === 0) super(Date.now()); else super(...a); } static now() { return real() + S; } };`;
	return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

/** Clocks that go wrong, locks that are left, and builds at the same time. */
export async function timesAndLocks(project: Project): Promise<readonly Outcome[]> {
	const rule = filesOf(project.content).find((file) => /\/rules\/[^_].*\.md$/.test(file)) ?? '';
	const home = (): string => {
		const kept = join(project.folder, '.rulepress/published');
		return join(kept, readdirSync(kept)[0] ?? '');
	};
	const future = new Date(Date.now() + 1000 * HOUR);
	const all = [project.content, project.cache, join(project.folder, '.rulepress'), project.out];
	const cases: readonly (readonly [fault: string, run: () => Promise<readonly Ending[]>])[] = [
		[
			'the clock goes back a day, then on two, then back a year',
			async () => [
				await build(project, { env: shifted(-24) }),
				await edited(rule, () => build(project, { env: shifted(48) })),
				await edited(rule, () => build(project, { env: shifted(-24 * 365) })),
			],
		],
		[
			'all files are of the future',
			async () => {
				for (const file of all.flatMap(filesOf)) utimesSync(file, future, future);
				return [await build(project), await edited(rule, () => build(project))];
			},
		],
		['a lock of a dead process', () => locked(project, rule, join(home(), 'lock'), `999999999 1 ${place()} x`)],
		[
			'a lock with the number of a living process, of the future',
			() => locked(project, rule, join(home(), 'lock'), `${process.pid} 1 ${place()} x`, future),
		],
		['an empty lock', () => locked(project, rule, join(home(), 'lock'), '')],
		['a lock that is a folder', () => locked(project, rule, join(home(), 'lock'), null)],
		['four builds at once', () => edited(rule, () => Promise.all([1, 2, 3, 4].map(() => build(project))))],
	];
	const outcomes: Outcome[] = [];
	for (const [fault, run] of cases) {
		const endings = await run();
		const isRight = isSame(treeOf(project.out), await freshTree(project));
		const failed = endings.filter(({ code }) => code !== 0);
		outcomes.push({
			fault,
			runs: endings.length,
			endings: tally(endings.map(({ code }) => String(code))),
			served: isRight ? 'the new site' : 'TORN',
			next: isRight ? 'as fresh' : 'WRONG',
			message: failed.map(messageOf)[0] ?? '',
			bad: failed.length + Number(!isRight),
		});
	}
	return outcomes;
}

async function edited<T>(rule: string, work: () => Promise<T>): Promise<T> {
	appendFileSync(rule, `\nAt ${performance.now()}.\n`);
	return work();
}

async function locked(project: Project, rule: string, lock: string, text: string | null, time?: Date) {
	if (text === null) mkdirSync(join(lock, 'inside'), { recursive: true });
	else writeFileSync(lock, text);
	if (time !== undefined) utimesSync(lock, time, time);
	const ending = await edited(rule, () => build(project));
	rmSync(lock, { recursive: true, force: true });
	return [ending];
}
