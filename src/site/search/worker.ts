import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { indexPart, type PartIndex } from './index-part.ts';
import { readPart, writePart } from './part-store.ts';
import type { IndexPart } from './parts.ts';

/** A part to be put into the folder of the index. */
export interface PartJob {
	readonly number: number;
	/** Where its index is kept between runs. */
	readonly stored: string;
	/** The folder of the index. */
	readonly out: string;
	/** What to make it from; null to ask for a stored one. */
	readonly part: Omit<IndexPart, 'key'> | null;
}

/** What was put there. */
export interface PartDone extends Omit<PartIndex, 'files'> {
	readonly files: readonly string[];
}

export interface PartAnswer {
	readonly number: number;
	/** Null when none was stored. */
	readonly done: PartDone | null;
	/** What the engine said, when it failed. */
	readonly error: string | null;
}

/** Of these, two of the same name are the same: the name holds a hash of what is in them. */
const NAMED_BY_CONTENT = /\.pf_(fragment|index|filter|meta)$/;

parentPort?.on('message', async ({ number, stored, out, part }: PartJob) => {
	const answer = (done: PartDone | null, error: string | null): void =>
		parentPort?.postMessage({ number, done, error } satisfies PartAnswer);
	try {
		const index = part === null ? readPart(stored) : await indexPart(part);
		if (index !== null && part !== null) writePart(stored, index);
		answer(index === null ? null : put(out, index), null);
	} catch (error) {
		answer(null, error instanceof Error ? error.message : String(error));
	}
});

function put(out: string, { files, ...about }: PartIndex): PartDone {
	const folders = new Set([...files.keys()].map((path) => dirname(join(out, path))));
	for (const folder of folders) mkdirSync(folder, { recursive: true });
	for (const [path, content] of files) {
		const target = join(out, path);
		const isThere = NAMED_BY_CONTENT.test(path) && existsSync(target) && statSync(target).size === content.length;
		if (!isThere) writeFileSync(target, content);
	}
	return { ...about, files: [...files.keys()] };
}
