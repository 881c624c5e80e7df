import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

type Call = (...args: unknown[]) => unknown;

/** Calls to the file system that change something. */
const CALLS = [
	[fs, ['renameSync', 'linkSync', 'rmSync', 'rmdirSync', 'mkdirSync', 'writeFileSync']],
	[fs.promises, ['rename', 'link', 'rm', 'mkdir', 'writeFile']],
] as const;
/** No process has such a number; each life has another one. */
let lives = 999_999_000;

/**
 * Does work as a process does that is killed: from the so-manieth call on that would change a file, none changes any, those
 * that would clean up neither; and the number of the process is nobody's afterwards. 0 for never.
 */
export async function dyingAt(killedAt: number, work: () => Promise<void>): Promise<'done' | 'killed'> {
	let calls = 0;
	const isDead = (): boolean => killedAt > 0 && calls >= killedAt;
	const restore = CALLS.flatMap(([holder, names]) =>
		names.map((name) => {
			const all = holder as unknown as Record<string, Call>;
			const real = all[name];
			if (real === undefined) throw new Error(`There is no ${name} to be killed at`);
			all[name] = (...args) => {
				calls += 1;
				if (isDead()) throw new Error('killed');
				return real.apply(holder, args);
			};
			return () => {
				all[name] = real;
			};
		}),
	);
	const { pid } = process;
	lives -= 1;
	Object.defineProperty(process, 'pid', { value: lives, configurable: true });
	syncBuiltinESMExports();
	try {
		await work();
		return isDead() ? 'killed' : 'done';
	} catch (error) {
		if (isDead()) return 'killed';
		throw error;
	} finally {
		for (const one of restore) one();
		syncBuiltinESMExports();
		Object.defineProperty(process, 'pid', { value: pid, configurable: true });
	}
}
