import { parentPort, workerData } from 'node:worker_threads';
import { createHighlighter } from '../render/highlight.ts';
import { type PreparedRule, prepareRule } from './prepare-rule.ts';
import { toSend } from './sent-results.ts';
import type { Job, WorkerStart } from './worker.ts';

const { map, render } = workerData as WorkerStart;
const highlighter = render ? await createHighlighter() : null;

parentPort?.on('message', async ({ pack, sources }: Job) => {
	const results: PreparedRule[] = [];
	for (const source of sources) results.push(await prepareRule(source, { pack, map, highlighter }));
	parentPort?.postMessage(toSend(results));
});
