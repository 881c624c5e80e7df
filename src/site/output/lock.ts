import { hash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE = 25;
/** How long a lock may stand that no run of this program has written. */
const PATIENCE_WITH_UNKNOWN = 1000;
/** For a holder on another machine, which cannot be looked at. No site takes so long to publish. */
const PATIENCE_WITH_REMOTE = 60_000;
/** For a holder that lives, or another process that has got its number, where the system does not tell them apart. */
const PATIENCE_WITH_NAMESAKE = 600_000;

/** Number of the process, when it started, where it runs, and a word that is this taking's own. */
const HOLDER = /^(\d+) (\S+) (\S+) \S+$/;

/**
 * Waits until no other run works on what is kept in `folder`, an existing one, and keeps the others waiting meanwhile.
 * Passes over what a killed run or somebody else has left there, by whatever clock. Throws what the file system throws when
 * no lock can be made.
 */
export async function exclusively<T>(folder: string, work: () => Promise<T>): Promise<T> {
	const lock = join(folder, 'lock');
	const own = `${process.pid} ${startOf(process.pid)} ${place()} ${randomUUID()}`;
	let seen = { holder: '', since: performance.now() };
	while (!(await take(lock, own))) {
		const holder = await holderOf(lock);
		if (holder === null) continue;
		if (holder !== seen.holder) seen = { holder, since: performance.now() };
		if (performance.now() - seen.since >= patienceWith(holder)) await remove(lock, holder);
		else await wait(PAUSE);
	}
	try {
		return await work();
	} finally {
		if ((await holderOf(lock)) === own) await rm(lock, { force: true });
	}
}

/** A lock appears with its holder in it: one that is killed on the way leaves none. */
async function take(lock: string, own: string): Promise<boolean> {
	const aside = `${lock}.${process.pid}-${randomUUID()}`;
	try {
		await writeFile(aside, own);
		await link(aside, lock);
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
		return takeWithoutLinks(lock, own);
	} finally {
		await rm(aside, { force: true });
	}
}

async function takeWithoutLinks(lock: string, own: string): Promise<boolean> {
	try {
		await writeFile(lock, own, { flag: 'wx' });
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		await remove(lock, (await holderOf(lock)) ?? '');
		throw error;
	}
}

/** What stands in the lock; empty when it is no file that can be read, null when there is none. */
async function holderOf(lock: string): Promise<string | null> {
	return readFile(lock, 'utf8').catch((error) => (codeOf(error) === 'ENOENT' ? null : ''));
}

/** How many milliseconds a lock may stand unchanged before it counts as left behind. */
function patienceWith(holder: string): number {
	const [, pid, start, where] = HOLDER.exec(holder) ?? [];
	if (pid === undefined) return PATIENCE_WITH_UNKNOWN;
	if (where !== place()) return PATIENCE_WITH_REMOTE;
	if (!isAlive(Number(pid))) return 0;
	const now = startOf(Number(pid));
	if (now === UNKNOWN) return PATIENCE_WITH_NAMESAKE;
	return now === start ? Number.POSITIVE_INFINITY : 0;
}

/** Removes the lock of `holder`. Of several that find it, one moves it away; what has been taken anew meanwhile is given back. */
async function remove(lock: string, holder: string): Promise<void> {
	const aside = `${lock}.${process.pid}-${randomUUID()}`;
	try {
		await rename(lock, aside);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return;
		throw error;
	}
	if ((await holderOf(aside)) !== holder) await link(aside, lock).catch(() => undefined);
	await rm(aside, { recursive: true, force: true });
}

const UNKNOWN = '-';

/** When a process started, as its system counts: with its number, this names it for as long as the system runs. */
function startOf(pid: number): string {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The second field is a name that may hold spaces and brackets; the third follows its last bracket.
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? UNKNOWN;
	} catch {
		return UNKNOWN;
	}
}

/** The machine, and on Linux the container: numbers of processes mean something within it. */
export function place(): string {
	const name = encodeURIComponent(hostname()) || UNKNOWN;
	try {
		return `${name}/${readlinkSync('/proc/self/ns/pid')}`;
	} catch {
		return name;
	}
}

/** A short name for the machine, or the container, in which numbers of processes mean something. */
export function placeName(): string {
	return hash('sha256', place()).slice(0, 8);
}

function codeOf(error: unknown): string {
	return String((error as NodeJS.ErrnoException).code);
}

/** Whether a process of this machine has the number. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}
