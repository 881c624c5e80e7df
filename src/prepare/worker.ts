import { parentPort, workerData } from 'node:worker_threads';
import type { PackFolder } from '../domain/source.ts';
import { createHighlighter } from '../render/highlight.ts';
import { type PreparedRule, prepareRule } from './prepare-rule.ts';
import type { SiteMap } from './site-map.ts';

/** What a worker is born with. */
export interface WorkerStart {
	readonly map: SiteMap;
	readonly render: boolean;
}

/** Some rules of one pack; answered by `JobDone` with as many results in the same order. */
export interface Job {
	readonly number: number;
	readonly pack: Pick<PackFolder, 'name' | 'absolute' | 'trusted'>;
	readonly sources: PackFolder['rules'];
}

export interface JobDone {
	readonly number: number;
	readonly results: readonly PreparedRule[];
}

const { map, render } = workerData as WorkerStart;
const highlighter = render ? await createHighlighter() : null;

parentPort?.on('message', async ({ number, pack, sources }: Job) => {
	const results: PreparedRule[] = [];
	for (const source of sources) results.push(await prepareRule(source, { pack, map, highlighter }));
	parentPort?.postMessage({ number, results } satisfies JobDone);
});
