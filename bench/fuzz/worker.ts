import { parentPort, workerData } from 'node:worker_threads';
import { readCorpus } from './corpus.ts';
import { makeInput } from './input.ts';
import { makeRunner } from './run-input.ts';
import { count, emptyTally, KEPT_FINDINGS, type Tally } from './tally.ts';

/** What a worker is born with. */
export interface WorkerStart {
	readonly seed: number;
	readonly packs: string;
	readonly samples: string;
	/** Holds the number of the input at hand, so that a hang can be named. */
	readonly atHand: Int32Array;
}

/** Inputs to run, from a number up to, not including, another. */
export interface Batch {
	readonly from: number;
	readonly to: number;
}

const { seed, packs, samples, atHand } = workerData as WorkerStart;
const corpus = await readCorpus(packs, samples, () => {});
const seen = new Map<string, number>();
const run = await makeRunner((kind) => {
	const times = (seen.get(kind) ?? 0) + 1;
	seen.set(kind, times);
	return times <= KEPT_FINDINGS;
});

parentPort?.on('message', async ({ from, to }: Batch) => {
	const tally: Tally = emptyTally();
	for (let number = from; number < to; number++) {
		Atomics.store(atHand, 0, number);
		const input = makeInput(seed, number, corpus);
		count(tally, input, await run(input));
	}
	parentPort?.postMessage(tally);
});
parentPort?.postMessage('ready');
