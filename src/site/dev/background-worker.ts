import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Relations } from '../../live.ts';
import { runPipeline } from '../../pipeline.ts';
import { writeSearchIndex } from '../search/write-index.ts';
import { setSiteState } from '../state.ts';
import type { Answer, Job } from './background.ts';
import { INDEXED } from './made-files.ts';

const { config, search } = workerData as Job;
const answer = (one: Answer): void => parentPort?.postMessage(one);

try {
	const { catalog } = await runPipeline(config, () => {});
	const relations: Relations = new Map(catalog.rules.map(({ id, alike, related }) => [id, { alike, related }]));
	answer({ kind: 'relations', relations });
	setSiteState({ catalog, config, live: false, collected: 'compiled' });
	await mkdir(search, { recursive: true });
	await writeSearchIndex({ catalog, config, out: search });
	await writeFile(join(search, INDEXED), JSON.stringify(catalog.rules.map(({ path }) => path)));
	answer({ kind: 'search' });
} catch (error) {
	answer({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
}
