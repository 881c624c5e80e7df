import { existsSync, renameSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './lock.ts';

/**
 * Puts `incoming` in the place of `out`, which goes to `aside`: two renames and nothing between them, since no system that
 * Node knows swaps folders in one. A run that is killed between the two leaves no `out`; see `restore.ts`.
 * Throws when either fails; `out` is then what it was.
 */
export function swap(incoming: string, out: string, aside: string): void {
	renameSync(out, aside);
	try {
		renameSync(incoming, out);
	} catch (error) {
		renameSync(aside, out);
		throw error;
	}
}

/**
 * Puts the finished folder in the place of `out`, which may be on another disk or not be there, and removes what was there.
 * Whoever serves `out` sees the old site or the new one. When anything fails, the old site is in its place again.
 */
export async function swapIn(finished: string, out: string): Promise<void> {
	const { incoming, previous } = namesBeside(out, process.pid);
	await mkdir(dirname(out), { recursive: true });
	await removeLeftBeside(out);
	try {
		await move(finished, incoming);
		if (existsSync(out)) swap(incoming, out, previous);
		else await rename(incoming, out);
	} finally {
		await rm(incoming, { recursive: true, force: true });
		// By its own name, a site that is half removed could be taken for the last good one.
		if (existsSync(out) && existsSync(previous)) await rename(previous, incoming);
		await rm(incoming, { recursive: true, force: true });
	}
}

/** Where runs that were killed have put the site that was in the place of `out`. */
export async function previousBeside(out: string): Promise<readonly string[]> {
	const names = await readdir(dirname(out)).catch(() => []);
	return names.filter((name) => kindOf(name, out) === 'previous').map((name) => join(dirname(out), name));
}

/** Removes what killed runs have left. The last site is not among it while another is in its place. */
async function removeLeftBeside(out: string): Promise<void> {
	for (const name of await readdir(dirname(out))) {
		const kind = kindOf(name, out);
		if (kind === 'incoming' || (kind === 'previous' && existsSync(out)))
			await rm(join(dirname(out), name), { recursive: true, force: true });
	}
}

function namesBeside(out: string, pid: number): { readonly incoming: string; readonly previous: string } {
	const beside = (kind: string): string => join(dirname(out), `.${basename(out)}.${kind}-${pid}`);
	return { incoming: beside('incoming'), previous: beside('previous') };
}

/** What a name beside `out` is, when it belongs to no run that is under way. */
function kindOf(name: string, out: string): string | null {
	const start = `.${basename(out)}.`;
	if (!name.startsWith(start)) return null;
	const [, kind = null, pid] = /^(incoming|previous)-(\d+)$/.exec(name.slice(start.length)) ?? [];
	return Number(pid) !== process.pid && isAlive(Number(pid)) ? null : kind;
}

/** Renames, or copies when the target is on another disk. */
async function move(from: string, to: string): Promise<void> {
	try {
		await rename(from, to);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
		await cp(from, to, { recursive: true });
	}
}
