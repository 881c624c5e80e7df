import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { indexPart, type PartIndex } from './index-part.ts';
import { describePart, readFilesOf, type StoredFile, type StoredPart, writePart } from './part-store.ts';
import type { PartContent } from './parts.ts';

/** Where the index of a part is kept between runs; see `part-store.ts`. */
interface Placed {
	readonly place: string;
}

/** Has the index of a part made and stored. */
interface MakeJob extends Placed {
	readonly task: 'make';
	readonly part: PartContent;
}

/** Puts some files of a part, which was made by this thread or is stored, into the folder `out`. */
interface PutJob extends Placed {
	readonly task: 'put';
	readonly files: readonly StoredFile[];
	readonly out: string;
}

export type PartJob = MakeJob | PutJob;

export interface PartAnswer {
	/** Null when what is stored is not whole any more. */
	readonly done: StoredPart | 'put' | null;
	/** What the engine said, when it failed. */
	readonly error: string | null;
}

/** Of these, two of the same name are the same: the name holds a hash of what is in them. */
const NAMED_BY_CONTENT = /\.pf_(fragment|index|filter|meta)$/;

/** The last index that was made here: whether it could be stored or not, its files can be put. */
let made: { readonly place: string; readonly index: PartIndex } | null = null;

parentPort?.on('message', async (job: PartJob) => {
	const answer = (one: PartAnswer): void => parentPort?.postMessage(one);
	try {
		answer({ done: job.task === 'make' ? await make(job) : put(job), error: null });
	} catch (error) {
		answer({ done: null, error: error instanceof Error ? error.message : String(error) });
	}
});

async function make({ place, part }: MakeJob): Promise<StoredPart> {
	const index = await indexPart(part);
	made = { place, index };
	const about = describePart(index);
	await writePart(place, about, index);
	return about;
}

function put({ place, files, out }: PutJob): 'put' | null {
	const held = made?.place === place ? made.index.files : null;
	const contents = held === null ? readFilesOf(place, files) : files.flatMap(({ path }) => held.get(path) ?? []);
	if (contents === null) return null;
	for (const folder of new Set(files.map(({ path }) => dirname(path))))
		mkdirSync(join(out, folder), { recursive: true });
	for (const [at, { path }] of files.entries()) {
		const content = contents[at] ?? new Uint8Array();
		const target = join(out, path);
		const isThere = NAMED_BY_CONTENT.test(path) && existsSync(target) && statSync(target).size === content.length;
		if (!isThere) writeFileSync(target, content);
	}
	return 'put';
}
