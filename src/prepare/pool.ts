import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Highlighter } from '../render/highlight.ts';
import type { EarlyThread } from './early-thread.ts';
import { engineFlags } from './engine-flags.ts';
import type { PreparedRule } from './prepare-rule.ts';
import { fromSent } from './sent-results.ts';
import type { SiteMap } from './site-map.ts';
import { packed } from './stored-html.ts';
import { threadEnv } from './thread-env.ts';
import type { Job, JobDone, WorkerStart } from './worker.ts';

/** Below this many rules, starting processes takes longer than they save. */
const fewRules = 150;
const mostWorkers = 8;
/** Few enough that all workers end at nearly the same time. */
const rulesInJob = 40;

export type Work = Job;

interface PoolOptions {
	readonly map: SiteMap;
	readonly render: boolean;
	/** Prepares the rules when they are few; with more, it is ended. */
	readonly early?: EarlyThread | null;
	/** Told how many rules are finished, again and again. */
	readonly done: (rules: number) => void;
	/** Told the number of a piece of work when all of it is finished; what it does with that is waited for. */
	readonly finished?: (number: number, prepared: readonly PreparedRule[]) => Promise<void>;
}

/** Some of the rules of a piece of work. */
interface Task {
	readonly number: number;
	/** The place of its first rule. */
	readonly start: number;
	readonly job: Job;
}

/** Grammars take long to load and much memory: `dev` prepares a few rules again and again with one highlighter. */
let ownHighlighter: Promise<Highlighter> | null = null;

/**
 * Prepares rules on all cores; results come in the order of the work. The cores have a process each, and not a thread: what
 * those have allocated goes back to the machine with them, and not some time later.
 * Rejects only for a fault of this program, or when a worker dies.
 */
export async function prepareAll(work: readonly Work[], options: PoolOptions): Promise<PreparedRule[][]> {
	const total = work.reduce((sum, { sources }) => sum + sources.length, 0);
	const results = work.map((): PreparedRule[] => []);
	const left = work.map(({ sources }) => sources.length);
	const finishing: Promise<void>[] = [];
	let prepared = 0;
	const finish = ({ number, start }: Task, some: readonly PreparedRule[]): void => {
		const row = results[number] ?? [];
		for (const [at, one] of some.entries()) row[start + at] = one;
		prepared += some.length;
		options.done(prepared);
		left[number] = (left[number] ?? 0) - some.length;
		if (left[number] !== 0 || options.finished === undefined) return;
		const end = options.finished(number, row);
		// Heard of at the end, whatever else goes wrong before.
		end.catch(() => undefined);
		finishing.push(end);
	};
	const tasks = work.flatMap((one, number) => tasksOf(one, number));
	if (total >= fewRules) {
		options.early?.end();
		await prepareInWorkers(tasks, options, finish);
	} else if (options.early) await prepareThere(tasks, options.early, finish);
	else await prepareHere(tasks, options, finish);
	await Promise.all(finishing);
	return results;
}

type Finish = (task: Task, prepared: readonly PreparedRule[]) => void;

function tasksOf({ pack, sources }: Work, number: number): readonly Task[] {
	const starts = Array.from({ length: Math.ceil(sources.length / rulesInJob) }, (_, at) => at * rulesInJob);
	return starts.map((start) => ({
		number,
		start,
		job: { pack, sources: sources.slice(start, start + rulesInJob) },
	}));
}

async function prepareThere(tasks: readonly Task[], early: EarlyThread, finish: Finish): Promise<void> {
	for (const task of tasks) finish(task, await early.prepare(task.job));
}

async function prepareHere(tasks: readonly Task[], { map, render }: PoolOptions, finish: Finish): Promise<void> {
	if (tasks.length === 0) return;
	// Loaded here, because most runs find all rules prepared.
	const { prepareRule } = await import('./prepare-rule.ts');
	ownHighlighter ??= render ? loadHighlighter() : null;
	const highlighter = render ? await ownHighlighter : null;
	for (const task of tasks) {
		const { pack, sources } = task.job;
		const prepared: PreparedRule[] = [];
		for (const source of sources) prepared.push(withPackedHtml(await prepareRule(source, { pack, map, highlighter })));
		finish(task, prepared);
	}
}

async function loadHighlighter(): Promise<Highlighter> {
	const { createHighlighter } = await import('../render/highlight.ts');
	return createHighlighter();
}

/** As strings, the HTML of all rules would stay on the heap until the site is written. */
function withPackedHtml(prepared: PreparedRule): PreparedRule {
	const { rule } = prepared;
	return rule === null ? prepared : { ...prepared, rule: { ...rule, html: packed(rule.html) } };
}

/** Each worker takes what comes next when it is done. None outlives this. */
async function prepareInWorkers(tasks: readonly Task[], options: PoolOptions, finish: Finish): Promise<void> {
	const count = Math.min(mostWorkers, availableParallelism(), tasks.length);
	const waiting = tasks.values();
	const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
	const rules = tasks.reduce((sum, { job }) => sum + job.sources.length, 0);
	const flags = engineFlags({ rules, render: options.render, node: process.versions.node });
	const workers = Array.from({ length: count }, () =>
		fork(new URL(`./worker.${ending}`, import.meta.url), {
			serialization: 'advanced',
			env: threadEnv(),
			execArgv: [...process.execArgv, ...flags],
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		}),
	);
	const start: WorkerStart = { map: options.map, render: options.render };
	try {
		await Promise.all(
			workers.map((worker, index) => runWorker(worker, { start, waiting, finish, keepsCode: index === 0 })),
		);
	} finally {
		for (const worker of workers) worker.kill('SIGKILL');
	}
}

interface WorkerRun {
	readonly start: WorkerStart;
	readonly waiting: Iterator<Task>;
	readonly finish: Finish;
	/** True for the one that may keep the code that Node has compiled, as it ends: all of them have the same. */
	readonly keepsCode: boolean;
}

/** Resolves when nothing is waiting any more and the worker has ended. */
function runWorker(worker: ChildProcess, { start, waiting, finish, keepsCode }: WorkerRun): Promise<void> {
	return new Promise((resolve, reject) => {
		let task: Task | undefined;
		const send = (message: WorkerStart | Job): void => {
			worker.send(message, (error) => error && reject(error));
		};
		const next = (): void => {
			task = waiting.next().value;
			if (task !== undefined) send(task.job);
			else if (keepsCode) worker.disconnect();
			else worker.kill('SIGKILL');
		};
		worker.on('message', (done: JobDone) => {
			if ('fault' in done) reject(done.fault);
			else if (task !== undefined) finish(task, fromSent(done));
			next();
		});
		worker.on('error', reject);
		worker.on('exit', (code, signal) => {
			if (task === undefined) resolve();
			else reject(new Error(`A process that prepares rules has ended with ${signal ?? code}`));
		});
		send(start);
		next();
	});
}
