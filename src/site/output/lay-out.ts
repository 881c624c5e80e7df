import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileRecord, recordFolders, type TreeRecord, writeSurely } from './records.ts';
import { type NextFile, renewFolder } from './renew.ts';
import { newSpareName, SPARE_RECORD, type Spare } from './spare.ts';

/** Most of a site, put where it can be published from, and once more as links to the same files. */
export interface LaidOut {
	/** The folder that is going to be published. */
	readonly site: string;
	/** The folder that is going to be its spare. */
	readonly spare: string;
	/** What lies in both, by path from the root of the site. */
	readonly files: ReadonlyMap<string, NextFile>;
}

/** Files between two moments in which other work gets its turn. */
const BATCH = 100;

/** Whether a spare lies in `home` already, be it intact or not. */
export function hasSpare(home: string): boolean {
	return existsSync(join(home, SPARE_RECORD));
}

/**
 * Lays files out in two new folders of `stage`, an existing one: making thousands of folders takes seconds, which are at hand
 * while the search index is made. Throws what the file system throws.
 */
export async function layOut(stage: string, files: ReadonlyMap<string, NextFile>): Promise<LaidOut> {
	const [site, spare] = [join(stage, 'site'), join(stage, 'spare')];
	await Promise.all([mkdir(site), mkdir(spare)]);
	const laid = new Map<string, NextFile>();
	const waiting = [...files];
	for (let start = 0; start < waiting.length; start += BATCH) {
		const batch = new Map(waiting.slice(start, start + BATCH));
		const sums = renewFolder(site, {}, batch);
		for (const [path, file] of batch) {
			const placed: NextFile = { hash: sums.get(path) ?? file.hash, from: join(site, path), mode: 'move' };
			laid.set(path, placed);
			batch.set(path, { ...placed, mode: 'link' });
		}
		renewFolder(spare, {}, batch);
		await new Promise(setImmediate);
	}
	return { site, spare, files: laid };
}

/** What `renewFolder` is told of a folder in which all this was laid out. */
export function heldBy({ files }: LaidOut): Readonly<Record<string, Pick<FileRecord, 'hash'>>> {
	return Object.fromEntries(files);
}

/**
 * Makes the spare of `out`, which has just been published and holds `tree`, from what was laid out. Whatever fails leaves no
 * spare: the next build then makes one. `incoming` is the name that the folder of the site had before it was published.
 * Calls `recorded` for what `out` holds once all links to its files are made, and returns that.
 */
export async function leaveSpare(
	laid: LaidOut,
	{ home, out, tree, incoming }: { home: string; out: string; tree: TreeRecord; incoming: string },
	recorded: () => TreeRecord,
): Promise<TreeRecord> {
	const folder = newSpareName();
	try {
		const links = Object.entries(tree.files).map(([path, { hash }]): [string, NextFile] => [
			path,
			{ hash, from: join(out, path), mode: 'link' },
		]);
		renewFolder(laid.spare, heldBy(laid), new Map(links));
		const now = recorded();
		await rename(laid.spare, join(home, folder));
		const folders = recordFolders(join(home, folder), tree);
		await writeSurely(join(home, SPARE_RECORD), {
			folder,
			tree: { files: now.files, folders },
			incoming,
		} satisfies Spare);
		return now;
	} catch {
		for (const left of [laid.spare, join(home, folder)]) await rm(left, { recursive: true, force: true });
		return recorded();
	}
}
