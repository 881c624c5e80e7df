import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { partFile } from './part-store.ts';
import type { IndexPart } from './parts.ts';
import type { PartAnswer, PartDone, PartJob } from './worker.ts';

const MOST_THREADS = 2;
/** Each thread has an engine of its own, which takes some 0.2 MB a rule: parts that are larger are made one after the other. */
const RULES_AT_ONCE = 4000;

/**
 * Puts the indexes of all parts into the folder `out`: those that are kept in the folder `store` from there, the others are
 * made. The answers come in the order of the parts. Rejects when the engine fails.
 */
export async function putParts(parts: readonly IndexPart[], store: string, out: string): Promise<readonly PartDone[]> {
	const done: PartDone[] = [];
	const queue = [...parts.keys()];
	const largest = Math.max(1, ...parts.map(({ rules }) => rules.length));
	const affordable = Math.max(1, Math.floor(RULES_AT_ONCE / largest));
	const threads = Math.min(MOST_THREADS, availableParallelism(), parts.length, affordable);
	const ends = await Promise.allSettled(
		Array.from({ length: threads }, () => runThread(parts, store, out, queue, done)),
	);
	// Only now does nothing write into the folder any more.
	for (const end of ends) if (end.status === 'rejected') throw end.reason;
	return done;
}

function runThread(
	parts: readonly IndexPart[],
	store: string,
	out: string,
	queue: number[],
	done: PartDone[],
): Promise<void> {
	const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
	const worker = new Worker(new URL(`./worker.${ending}`, import.meta.url));
	const work = new Promise<void>((resolve, reject) => {
		const ask = (number: number, part: IndexPart, isMade: boolean): void => {
			const { key, ...content } = part;
			const stored = partFile(store, key);
			worker.postMessage({ number, stored, out, part: isMade ? content : null } satisfies PartJob);
		};
		const next = (): void => {
			const number = queue.shift();
			const part = number === undefined ? undefined : parts[number];
			if (number === undefined || part === undefined) resolve();
			else ask(number, part, !existsSync(partFile(store, part.key)));
		};
		worker.on('message', ({ number, done: one, error }: PartAnswer) => {
			const part = parts[number];
			if (error !== null || part === undefined) reject(new Error(error ?? 'An unknown part was indexed'));
			else if (one === null) ask(number, part, true);
			else {
				done[number] = one;
				next();
			}
		});
		worker.on('error', reject);
		next();
	});
	return work.finally(() => worker.terminate());
}
