import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { heldBy, type LaidOut, leaveSpare } from './lay-out.ts';
import { exclusively } from './lock.ts';
import { afterLinking, isIntact, recordChanges, recordTree, type TreeRecord, writeSurely } from './records.ts';
import { type NextFile, renewFolder } from './renew.ts';
import { newSpareName, SPARE_RECORD, type Spare, takeSpare } from './spare.ts';
import { swap, swapIn } from './swap.ts';

export interface Publication {
	/** Absolute path of the output folder. */
	readonly out: string;
	/** All files that the site is to have. */
	readonly next: ReadonlyMap<string, NextFile>;
	/** What `out` holds, seen to be intact; null when that is not known, or it is not ours. */
	readonly published: TreeRecord | null;
	/** What of `next` lies in its place already; null when there is no need for that. */
	readonly laid?: LaidOut | null;
	/** An existing folder for what is kept of `out` between builds. */
	readonly home: string;
}

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
 * more, and other errors when nothing could be published; the old site is then in its place, and nothing is left beside it.
 */
export async function publish(publication: Publication): Promise<TreeRecord> {
	const { out, published, home } = publication;
	return exclusively(home, async () => {
		if (published !== null && !isIntact(out, published)) throw new OvertakenError(out, null);
		const { spare, unlinked } = await takeSpare(home);
		const name = spare?.folder ?? newSpareName();
		try {
			return await renewAndSwap(publication, name, spare, unlinked);
		} catch (error) {
			const isSiteThere = published === null || existsSync(out);
			// What is half renewed is of no use to the next run, and a full disk needs its room.
			if (isSiteThere) await rm(join(home, name), { recursive: true, force: true });
			throw error;
		}
	});
}

async function renewAndSwap(
	{ out, next, published, laid = null, home }: Publication,
	name: string,
	spare: Spare | null,
	unlinked: boolean,
): Promise<TreeRecord> {
	const folder = join(home, name);
	const isLaid = spare === null && laid !== null && (await isMoved(laid.site, folder));
	// Its links would go only when all is recorded, and what is recorded would be so no more.
	if (laid !== null && !isLaid) await rm(laid.spare, { recursive: true });
	await mkdir(folder, { recursive: true });
	const changed = renewFolder(folder, isLaid ? heldBy(laid) : (spare?.tree.files ?? {}), next);
	const sums = new Map([...next].map(([path, file]) => [path, changed.get(path) ?? file.hash] as const));
	// A file of the spare may have had a link in what was removed since the spare was looked at.
	const isAsSeen = spare !== null && !unlinked;
	const tree = isAsSeen ? recordChanges(folder, spare.tree, sums, changed.keys()) : recordTree(folder, sums);
	await mkdir(dirname(out), { recursive: true });
	const isOneDisk = await onOneDisk(home, dirname(out));
	if (published === null || !isOneDisk) {
		await swapIn(folder, out);
		// The site that was there has been removed, and files of the new one were linked to it.
		const recorded = () => afterLinking(out, tree, Object.keys(tree.files));
		if (isOneDisk && isLaid) return leaveSpare(laid, { home, out, tree, incoming: name }, recorded);
		if (isOneDisk) return recorded();
		await rm(folder, { recursive: true });
		return recordTree(out, sums);
	}
	const relinked = unlinked ? Object.keys(published.files) : changed.keys();
	const former = afterLinking(out, published, relinked);
	const aside = newSpareName();
	// Written before the swap: whoever finds no site in its place reads here where the last one is.
	await writeSurely(join(home, SPARE_RECORD), { folder: aside, tree: former, incoming: name } satisfies Spare);
	swap(folder, out, join(home, aside));
	return tree;
}

/** Nothing but another disk is in the way; what is laid out is then moved file by file. */
async function isMoved(from: string, to: string): Promise<boolean> {
	return rename(from, to).then(
		() => true,
		() => false,
	);
}

async function onOneDisk(one: string, two: string): Promise<boolean> {
	const [a, b] = await Promise.all([stat(one), stat(two)]);
	return a.dev === b.dev;
}
