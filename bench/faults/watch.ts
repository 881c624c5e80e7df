import { Worker } from 'node:worker_threads';

/** What a reader saw who looked without a pause. */
export interface Seen {
	readonly looks: number;
	/** Looks that found files of two sites, or a site without some of its files. */
	readonly torn: number;
	/** Looks that found no site. */
	readonly gaps: number;
}

/**
 * Looks at a site again and again from a thread of its own: opens its folder, reads the home page through the folder that
 * is open, and the files it links; nothing that one look finds may be of two sites.
 */
export async function watchSite(out: string): Promise<{ readonly stop: () => Promise<Seen> }> {
	const worker = new Worker(new URL('./watch-worker.ts', import.meta.url), { workerData: out });
	await new Promise((resolve) => worker.once('message', resolve));
	return {
		stop: async () => {
			const seen = new Promise<Seen>((resolve) => worker.once('message', resolve));
			worker.postMessage('stop');
			return seen.finally(() => worker.terminate());
		},
	};
}
