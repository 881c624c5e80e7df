import { Worker } from 'node:worker_threads';
import type { PreparedRule } from './prepare-rule.ts';
import { fromSent, type SentResults } from './sent-results.ts';
import { threadEnv } from './thread-env.ts';
import type { Job, WorkerStart } from './worker.ts';

/** A thread that loads all that preparing takes before it is known what there is to prepare. */
export interface EarlyThread {
	/** Rejects when the thread fails, or when `end` has been called. One job at a time. */
	readonly prepare: (job: Job) => Promise<readonly PreparedRule[]>;
	readonly end: () => void;
}

export function startEarly(start: WorkerStart): EarlyThread {
	const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
	const url = new URL(`./early-worker.${ending}`, import.meta.url);
	const worker = new Worker(url, { workerData: start, env: threadEnv() });
	const failure = new Promise<never>((_, reject) => {
		worker.on('error', reject);
		worker.on('exit', () => reject(new Error('A thread that prepares rules has ended')));
	});
	// It may fail while nobody asks anything of it.
	failure.catch(() => undefined);
	return {
		prepare: (job) => {
			const answer = new Promise<readonly PreparedRule[]>((resolve) => {
				worker.once('message', (sent: SentResults) => resolve(fromSent(sent)));
			});
			worker.postMessage(job);
			return Promise.race([answer, failure]);
		},
		end: () => void worker.terminate(),
	};
}
