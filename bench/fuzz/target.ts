import type { Input } from './input.ts';

/** What became of an input. */
export interface Outcome {
	/** `page`, `linked`, or the code of a diagnostic, or what an error says. */
	readonly result: string;
	/** CPU of this thread that the program itself took, in milliseconds. */
	readonly ms: number;
	/** What should not be, as `kind: what`; none when all is well. */
	readonly faults: readonly string[];
}

/** Puts an input through the program. Rejects with whatever the program should not have thrown. */
export type Target = (input: Pick<Input, 'bytes' | 'random'>) => Promise<Outcome>;

/** Does a piece of work and measures it. */
export async function cpuOf<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
	const before = process.threadCpuUsage();
	const value = await work();
	const { user, system } = process.threadCpuUsage(before);
	return { value, ms: (user + system) / 1000 };
}
