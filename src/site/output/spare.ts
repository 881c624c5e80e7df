import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './lock.ts';
import { isIntact, readChecked, type TreeRecord } from './records.ts';

/** The site before the one that is published, kept to become the next one. */
export interface Spare {
	/** Name of the folder, which lies beside this record. */
	readonly folder: string;
	readonly tree: TreeRecord;
	/** Name of the folder that was about to take its place as the published one, and lies beside this record until it has. */
	readonly incoming: string;
}

export const SPARE_RECORD = 'spare.json';
const FOLDER = /^spare-\d+-/;
/** Folders and files of one run, by the number of its process. */
const OWNED = /^(spare)-(\d+)-|\.(\d+)-[\da-f-]{36}$/;

export function newSpareName(): string {
	return `spare-${process.pid}-${randomUUID()}`;
}

/**
 * The spare of the folder `home`, if there is one that is intact; it is then nobody else's. Removes what earlier runs have left,
 * and tells whether any of that may have been linked to the published site.
 */
export async function takeSpare(home: string): Promise<{ readonly spare: Spare | null; readonly unlinked: boolean }> {
	const claimed = join(home, `${SPARE_RECORD}.${process.pid}-${randomUUID()}`);
	// Of two builds at once only one can move the record away.
	const isMine = await rename(join(home, SPARE_RECORD), claimed).then(
		() => true,
		() => false,
	);
	const spare = isMine ? await readChecked<Spare>(claimed) : null;
	await rm(claimed, { recursive: true, force: true });
	const usable = spare !== null && FOLDER.test(spare.folder) && isIntact(join(home, spare.folder), spare.tree);
	let unlinked = false;
	for (const name of await readdir(home)) {
		const [match, folder, ofFolder, ofFile] = OWNED.exec(name) ?? [];
		const pid = Number(ofFolder ?? ofFile);
		if (match === undefined || (usable && name === spare.folder)) continue;
		// Whoever holds the lock renews the only spare; a file of this process may be another build's.
		if (pid === process.pid ? folder === undefined : isAlive(pid)) continue;
		await rm(join(home, name), { recursive: true, force: true });
		unlinked ||= folder !== undefined;
	}
	return { spare: usable ? spare : null, unlinked };
}
