import { readdirSync, readFileSync } from 'node:fs';

/** One process as Linux shows it in `/proc`. */
export interface ProcessSample {
	readonly pid: number;
	/** Processor seconds of its own, those of its children left out. */
	readonly cpu: number;
	/** Resident bytes; memory that processes share counts once for each of them. */
	readonly memory: number;
}

/** Linux has counted in these since long ago, whatever the machine's page and clock. */
const TICKS_A_SECOND = 100;
const PAGE = 4096;

/** All processes of a session. Those that end while they are looked at are left out. */
export function processesOf(session: number): readonly ProcessSample[] {
	const found: ProcessSample[] = [];
	for (const name of readdirSync('/proc')) {
		if (!/^\d+$/.test(name)) continue;
		const stat = statOf(name);
		const sample = stat === null ? null : sampleOf(Number(name), stat, session);
		if (sample !== null) found.push(sample);
	}
	return found;
}

/** Reads a line of `/proc/<pid>/stat`; null when the process is of another session. */
export function sampleOf(pid: number, stat: string, session: number): ProcessSample | null {
	// The second field is a name that may hold spaces and brackets; the third follows its last bracket.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	if (Number(fields[3]) !== session) return null;
	return {
		pid,
		cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND,
		memory: Number(fields[21]) * PAGE,
	};
}

function statOf(pid: string): string | null {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8');
	} catch {
		return null;
	}
}
