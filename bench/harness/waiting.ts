import { createServer } from 'node:net';
import type { Running } from './measure.ts';

const LONGEST_MS = 5 * 60_000;

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	await new Promise((closed) => server.close(closed));
	if (address === null || typeof address === 'string') throw new Error('The machine gave no port');
	return address.port;
}

/**
 * Asks again and again, with a pause in between, until the answer is yes; a failure to answer counts as no. Throws when the
 * program that is asked has ended, or after five minutes.
 */
export async function until(asked: () => Promise<boolean>, pauseMs: number, { child, output }: Running): Promise<void> {
	const began = performance.now();
	while (!(await asked().catch(() => false))) {
		if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${output().trim().slice(-300)}`);
		if (performance.now() - began > LONGEST_MS) throw new Error('It did not get there in five minutes');
		await new Promise((resume) => setTimeout(resume, pauseMs));
	}
}
