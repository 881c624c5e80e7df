import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';

/** Files that must not outlive the process, however it ends. */
const files = new Set<string>();

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Removes a file when the process ends, also when a signal ends it, unless `keep` or `discard` comes first. */
export function temporary(path: string): { readonly keep: () => void; readonly discard: () => Promise<void> } {
	if (files.size === 0) watch();
	files.add(path);
	const keep = () => {
		files.delete(path);
		if (files.size === 0) unwatch();
	};
	return {
		keep,
		discard: async () => {
			await rm(path, { force: true });
			keep();
		},
	};
}

function watch(): void {
	process.on('exit', removeAll);
	for (const signal of SIGNALS) process.on(signal, endBy);
}

function unwatch(): void {
	process.off('exit', removeAll);
	for (const signal of SIGNALS) process.off(signal, endBy);
}

function removeAll(): void {
	for (const path of files) rmSync(path, { force: true });
	files.clear();
}

/** Ends the process as the signal would have done, so that its caller sees the signal. */
function endBy(signal: NodeJS.Signals): void {
	removeAll();
	unwatch();
	process.kill(process.pid, signal);
}
