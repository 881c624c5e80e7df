import { Worker } from 'node:worker_threads';
import type { Config } from '../../domain/config.ts';
import type { Relations } from '../../live.ts';

/** What takes too long for an edit to wait for, done beside the server after the last edit of several. */
export interface Background {
	/** Has everything looked at anew soon, as it is then on disk. */
	readonly begin: (config: Config) => void;
	readonly stop: () => Promise<void>;
}

/** What a run in the background answers, in this order. */
export type Answer =
	| { readonly kind: 'relations'; readonly relations: Relations }
	| { readonly kind: 'search' }
	| { readonly kind: 'failure'; readonly message: string };

export interface Job {
	readonly config: Config;
	/** Where the search index goes. */
	readonly search: string;
}

export interface BackgroundOptions {
	readonly search: string;
	readonly onAnswer: (answer: Answer) => void;
}

/** Long enough that somebody who writes and saves is not in competition with it. */
const QUIET_MS = 1000;

export function background({ search, onAnswer }: BackgroundOptions): Background {
	let timer: NodeJS.Timeout | undefined;
	let worker: Worker | null = null;
	let next: Config | null = null;
	let stopped = false;

	function start(): void {
		if (next === null || worker !== null || stopped) return;
		const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
		const job: Job = { config: next, search };
		next = null;
		worker = new Worker(new URL(`./background-worker.${ending}`, import.meta.url), { workerData: job });
		worker.on('message', onAnswer);
		worker.on('error', (error) => onAnswer({ kind: 'failure', message: String(error) }));
		worker.on('exit', () => {
			worker = null;
			start();
		});
	}

	return {
		begin: (config) => {
			next = config;
			clearTimeout(timer);
			timer = setTimeout(start, QUIET_MS);
		},
		stop: async () => {
			stopped = true;
			clearTimeout(timer);
			await worker?.terminate();
		},
	};
}
