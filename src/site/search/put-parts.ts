import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadEnv } from '../../prepare/thread-env.ts';
import { readPart, type StoredFile, type StoredPart } from './part-store.ts';
import type { IndexPart } from './parts.ts';
import type { PartAnswer, PartJob } from './worker.ts';

/** Tells which files of the index need not be put anywhere, for the same lie where the site is published. */
export type IsThere = (file: Pick<StoredFile, 'path' | 'hash'>) => boolean;

export interface PutRequest {
	readonly parts: readonly IndexPart[];
	/** The folder in which indexes are kept between runs. */
	readonly store: string;
	/** The folder of the index. */
	readonly out: string;
	/** Known later than the parts; what must be made is made in the meantime. Never rejects. */
	readonly isThere: Promise<IsThere>;
	/** Called when all threads for what must be made have been started. */
	readonly begun?: (() => void) | undefined;
}

const MOST_THREADS = 2;
/** Each thread has an engine of its own, which takes some 0.2 MB a rule: parts that are larger are made one after the other. */
const RULES_AT_ONCE = 4000;

/**
 * Puts the indexes of all parts into the folder of the index, but for the files that are there: those that are stored from
 * the store, the others are made. The answers come in the order of the parts. Rejects when the engine fails.
 */
export async function putParts({ parts, store, out, isThere, begun }: PutRequest): Promise<readonly StoredPart[]> {
	const stored = await Promise.all(parts.map(({ key }) => readPart(join(store, key))));
	const done = new Map<IndexPart, StoredPart>();
	const settle = async (part: IndexPart, kept: StoredPart | null, ask: Ask): Promise<void> => {
		const place = join(store, part.key);
		const about = kept ?? ((await ask({ task: 'make', place, part: part.content() })) as StoredPart);
		const there = await isThere;
		const files = about.files.filter((file) => !there(file));
		const isPut = files.length === 0 || (await ask({ task: 'put', place, files, out })) !== null;
		if (isPut) done.set(part, about);
		else await settle(part, null, ask);
	};
	const all = parts.map((part, at) => ({ part, kept: stored[at] ?? null }));
	const making = inThreads(
		all.filter(({ kept }) => kept === null),
		settle,
	);
	begun?.();
	const unpacking = isThere.then((there) => {
		const lacking = all.filter(({ kept }) => kept?.files.every(there) === false);
		for (const { part, kept } of all) if (kept?.files.every(there) === true) done.set(part, kept);
		return inThreads(lacking, settle);
	});
	const ends = await Promise.allSettled([making, unpacking]);
	// Only now does nothing write into the folder any more.
	for (const end of ends) if (end.status === 'rejected') throw end.reason;
	return parts.flatMap((part) => done.get(part) ?? []);
}

type Ask = (job: PartJob) => Promise<PartAnswer['done']>;

interface Work {
	readonly part: IndexPart;
	readonly kept: StoredPart | null;
}

/** Does all the work in threads, each of which takes what comes next when it is done. */
async function inThreads(
	work: readonly Work[],
	settle: (part: IndexPart, kept: StoredPart | null, ask: Ask) => Promise<void>,
): Promise<void> {
	const largest = Math.max(1, ...work.map(({ part }) => part.ids.length));
	const affordable = Math.max(1, Math.floor(RULES_AT_ONCE / largest));
	// The thread that asks renders pages meanwhile: a core is left to it.
	const cores = Math.max(1, availableParallelism() - 1);
	const threads = Math.min(MOST_THREADS, cores, work.length, affordable);
	const waiting = work.values();
	const runThread = async (): Promise<void> => {
		const { ask, end } = startThread();
		try {
			for (const { part, kept } of waiting) await settle(part, kept, ask);
		} finally {
			await end();
		}
	};
	const ends = await Promise.allSettled(Array.from({ length: threads }, runThread));
	for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

function startThread(): { readonly ask: Ask; readonly end: () => Promise<unknown> } {
	const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
	const worker = new Worker(new URL(`./worker.${ending}`, import.meta.url), { env: threadEnv() });
	const ask: Ask = (job) =>
		new Promise((resolve, reject) => {
			worker.removeAllListeners();
			worker.on('error', reject);
			worker.on('exit', () => reject(new Error('A thread of the search index has ended')));
			worker.on('message', ({ done, error }: PartAnswer) => {
				if (error === null) resolve(done);
				else reject(new Error(error));
			});
			worker.postMessage(job);
		});
	return { ask, end: () => worker.terminate() };
}
