import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE = 25;
/** No site takes so long to publish: its holder is gone, and another process may have got its number. */
const STALE = 600_000;

/** Waits until no other run works on what is kept in `folder`, an existing one, and keeps the others waiting meanwhile. */
export async function exclusively<T>(folder: string, work: () => Promise<T>): Promise<T> {
	const lock = join(folder, 'lock');
	while (!(await take(lock))) await wait(PAUSE);
	try {
		return await work();
	} finally {
		await rm(lock, { force: true });
	}
}

async function take(lock: string): Promise<boolean> {
	try {
		await writeFile(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	try {
		const holder = Number(await readFile(lock, 'utf8'));
		const { mtimeMs } = await stat(lock);
		const isFresh = Date.now() - mtimeMs < STALE;
		// Between its making and its filling a lock has no number yet.
		if (isFresh && (holder === 0 || isAlive(holder))) return false;
		// Of several that find it left behind, one removes it: by a name that is nobody else's.
		const aside = `${lock}.${randomUUID()}`;
		await rename(lock, aside);
		await rm(aside, { force: true });
	} catch {
		// Given back in the meantime.
	}
	return false;
}

/** Whether a process of this machine has the number. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
