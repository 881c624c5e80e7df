import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exclusively, isAlive } from './lock.ts';
import { isIntact, readChecked, recordTree, type TreeRecord, writeChecked } from './records.ts';
import { type NextFile, renewFolder } from './renew.ts';
import { swapIn } from './stage.ts';

export interface Publication {
	/** Absolute path of the output folder. */
	readonly out: string;
	/** All files that the site is to have. */
	readonly next: ReadonlyMap<string, NextFile>;
	/** What `out` holds, seen to be intact; null when that is not known, or it is not ours. */
	readonly published: TreeRecord | null;
	/** An existing folder for what is kept of `out` between builds. */
	readonly home: string;
}

interface Spare {
	/** Name of the folder, which lies beside this record. */
	readonly folder: string;
	readonly tree: TreeRecord;
}

const RECORD = 'spare.json';
const FOLDER = /^spare-(\d+)-/;

/** Somebody else has changed the output while a site was made from what lay there; made anew, it can be published. */
export class OvertakenError extends Error {
	constructor(out: string, cause: unknown) {
		super(`${out} was changed by another program while the site was being built. Build again.`, { cause });
		this.name = 'OvertakenError';
	}
}

/**
 * Puts the files in the place of `out`, all at once, and returns what it then holds. The site before is kept as a spare: it
 * becomes the next one by the few files that differ, so that a site of any size is renewed in a moment, and whoever serves
 * `out` sees the old site or the new one. A spare that a crash has left half renewed counts for nothing.
 * Of several runs for one output, one publishes at a time. Throws `OvertakenError` when `out` does not hold `published` any
 * more, and other errors when nothing could be published; the old site is then in its place.
 */
export async function publish({ out, next, published, home }: Publication): Promise<TreeRecord> {
	return exclusively(home, async () => {
		if (published !== null && !isIntact(out, published)) throw new OvertakenError(out, null);
		const spare = await takeSpare(home);
		const folder = spare === null ? newFolder(home) : join(home, spare.folder);
		await mkdir(folder, { recursive: true });
		renewFolder(folder, spare?.tree.files ?? {}, next);
		const tree = recordTree(folder, new Map([...next].map(([path, { hash }]) => [path, hash])));
		await mkdir(dirname(out), { recursive: true });
		if (published === null || !(await onOneDisk(home, dirname(out)))) {
			await swapIn(folder, out);
			return tree;
		}
		const aside = newFolder(home);
		await rename(out, aside);
		try {
			await rename(folder, out);
		} catch (error) {
			await rename(aside, out);
			throw error;
		}
		await writeChecked(join(home, RECORD), { folder: basename(aside), tree: published } satisfies Spare);
		return tree;
	});
}

/** The spare, if there is one that is intact; it is then nobody else's. Removes what earlier runs have left. */
async function takeSpare(home: string): Promise<Spare | null> {
	const claimed = join(home, `${RECORD}.${randomUUID()}`);
	// Of two builds at once only one can move the record away.
	const isMine = await rename(join(home, RECORD), claimed).then(
		() => true,
		() => false,
	);
	const spare = isMine ? await readChecked<Spare>(claimed) : null;
	await rm(claimed, { force: true });
	const usable = spare !== null && FOLDER.test(spare.folder) && isIntact(join(home, spare.folder), spare.tree);
	for (const name of await readdir(home)) {
		const owner = Number(FOLDER.exec(name)?.[1] ?? 0);
		if (owner === 0 || (usable && name === spare.folder) || (owner !== process.pid && isAlive(owner))) continue;
		await rm(join(home, name), { recursive: true, force: true });
	}
	return usable ? spare : null;
}

function newFolder(home: string): string {
	return join(home, `spare-${process.pid}-${randomUUID()}`);
}

async function onOneDisk(one: string, two: string): Promise<boolean> {
	const [a, b] = await Promise.all([stat(one), stat(two)]);
	return a.dev === b.dev;
}
