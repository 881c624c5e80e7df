import { Worker } from 'node:worker_threads';
import { emptyTally, merge, type Tally } from './tally.ts';
import type { Batch, WorkerStart } from './worker.ts';

export interface Campaign {
	readonly seed: number;
	/** Number of the first input. */
	readonly from: number;
	readonly inputs: number;
	readonly threads: number;
	readonly packs: string;
	readonly samples: string;
	/** Ends the campaign early, with the figures until then. */
	readonly signal: AbortSignal;
	/** Told from time to time how it stands. */
	readonly progress: (tally: Tally) => void;
}

const batch = 250;
/** An input that takes longer than this has hung: its thread is ended, and another goes on behind it. */
const mostSeconds = 120;

/** Runs a campaign on several threads. The figures do not depend on which thread did what. */
export async function runCampaign(campaign: Campaign): Promise<Tally> {
	const whole = emptyTally();
	const queue: Batch[] = [];
	const end = campaign.from + campaign.inputs;
	for (let from = campaign.from; from < end; from += batch) queue.push({ from, to: Math.min(end, from + batch) });
	campaign.signal.addEventListener('abort', () => queue.splice(0));
	const thread = async (): Promise<void> => {
		while (queue.length > 0) await runThread(campaign, queue, whole);
	};
	await Promise.all(Array.from({ length: campaign.threads }, thread));
	return whole;
}

/** One worker until there is nothing left, or it hangs or dies. */
function runThread({ progress, ...campaign }: Campaign, queue: Batch[], whole: Tally): Promise<void> {
	const atHand = new Int32Array(new SharedArrayBuffer(4));
	const { seed, packs, samples } = campaign;
	const start: WorkerStart = { seed, packs, samples, atHand };
	const worker = new Worker(new URL('./worker.ts', import.meta.url), {
		workerData: start,
		resourceLimits: { maxOldGenerationSizeMb: 3000, stackSizeMb: 4 },
	});
	return new Promise((resolve) => {
		let job: Batch | null = null;
		let last = { number: -1, since: performance.now() };
		const finish = (): void => {
			clearInterval(watch);
			void worker.terminate().then(() => resolve());
		};
		const lost = (fault: string): void => {
			if (job === null) {
				finish();
				return;
			}
			const number = Atomics.load(atHand, 0);
			const finding = { number, kind: 'rule', mutators: [], fault, smallest: '' } as const;
			merge(whole, {
				...emptyTally(),
				inputs: number + 1 - job.from,
				faults: { lost: { count: 1, first: [finding] } },
			});
			if (number + 1 < job.to) queue.unshift({ from: number + 1, to: job.to });
			job = null;
			finish();
		};
		const watch = setInterval(() => {
			const number = Atomics.load(atHand, 0);
			if (number !== last.number) last = { number, since: performance.now() };
			else if (job !== null && performance.now() - last.since > mostSeconds * 1000) lost('lost: it hangs');
		}, 2000);
		worker.on('message', (tally: Tally | 'ready') => {
			if (tally !== 'ready') {
				merge(whole, tally);
				progress(whole);
			}
			job = queue.shift() ?? null;
			if (job === null) finish();
			else worker.postMessage(job);
		});
		worker.on('error', (error) => lost(`lost: the thread died: ${error.message}`));
	});
}
