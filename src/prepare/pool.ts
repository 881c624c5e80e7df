import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Highlighter } from '../render/highlight.ts';
import type { PreparedRule } from './prepare-rule.ts';
import type { SiteMap } from './site-map.ts';
import { packed } from './stored-html.ts';
import type { Job, JobDone, WorkerStart } from './worker.ts';

/** Below this many rules, starting threads takes longer than they save. */
const fewRules = 150;
const mostWorkers = 8;

export type Work = Omit<Job, 'number'>;

/** Grammars take long to load and much memory: `dev` prepares a few rules again and again with one highlighter. */
let ownHighlighter: Promise<Highlighter> | null = null;

/**
 * Prepares rules on all cores; results come in the order of the work.
 * `done` is told how many rules are finished after each piece of work.
 * Rejects only when a worker dies, which is a fault of this program.
 */
export async function prepareAll(
	work: readonly Work[],
	options: { readonly map: SiteMap; readonly render: boolean; readonly done: (rules: number) => void },
): Promise<PreparedRule[][]> {
	const total = work.reduce((sum, { sources }) => sum + sources.length, 0);
	const results: PreparedRule[][] = [];
	let finished = 0;
	const finish = (number: number, prepared: readonly PreparedRule[]): void => {
		results[number] = prepared.map(withPackedHtml);
		finished += prepared.length;
		options.done(finished);
	};
	if (total === 0) return results;
	if (total < fewRules) {
		// Loaded here, because most runs find all rules prepared.
		const { prepareRule } = await import('./prepare-rule.ts');
		ownHighlighter ??= options.render ? loadHighlighter() : null;
		const highlighter = options.render ? await ownHighlighter : null;
		for (const [number, { pack, sources }] of work.entries()) {
			const prepared: PreparedRule[] = [];
			for (const source of sources) prepared.push(await prepareRule(source, { pack, map: options.map, highlighter }));
			finish(number, prepared);
		}
		return results;
	}
	const queue = [...work.keys()];
	const workers = Math.min(mostWorkers, availableParallelism(), work.length);
	const start: WorkerStart = { map: options.map, render: options.render };
	await Promise.all(Array.from({ length: workers }, () => runWorker(start, work, queue, finish)));
	return results;
}

async function loadHighlighter(): Promise<Highlighter> {
	const { createHighlighter } = await import('../render/highlight.ts');
	return createHighlighter();
}

/** Strings that a worker has sent would stay on the heap until the site is written. */
function withPackedHtml(prepared: PreparedRule): PreparedRule {
	const { rule } = prepared;
	return rule === null ? prepared : { ...prepared, rule: { ...rule, html: packed(rule.html) } };
}

function runWorker(
	workerData: WorkerStart,
	work: readonly Work[],
	queue: number[],
	finish: (number: number, prepared: readonly PreparedRule[]) => void,
): Promise<void> {
	const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
	const worker = new Worker(new URL(`./worker.${ending}`, import.meta.url), { workerData });
	return new Promise((resolve, reject) => {
		const next = (): void => {
			const number = queue.shift();
			const item = number === undefined ? undefined : work[number];
			if (number === undefined || item === undefined) {
				void worker.terminate().then(() => resolve());
				return;
			}
			worker.postMessage({ number, ...item } satisfies Job);
		};
		worker.on('message', ({ number, results }: JobDone) => {
			finish(number, results);
			next();
		});
		worker.on('error', reject);
		next();
	});
}
