import { say } from './options.ts';

/** What came of something that several contestants did in turns: the results of those that got through, the reasons of others. */
export interface Turns<T> {
	readonly results: ReadonlyMap<string, readonly T[]>;
	readonly failures: ReadonlyMap<string, string>;
}

/**
 * Has contestants take turns, so that what else the machine does falls on all of them alike. One that fails is left out from
 * then on, and takes nobody else down.
 */
export async function takeTurns<C extends { readonly name: string }, T>(
	contestants: readonly C[],
	runs: number,
	turn: (contestant: C, run: number) => Promise<T>,
): Promise<Turns<T>> {
	const results = new Map<string, T[]>();
	const failures = new Map<string, string>();
	for (let run = 0; run < runs; run++) {
		for (const contestant of contestants) {
			const { name } = contestant;
			if (failures.has(name)) continue;
			say(`${name}: run ${run + 1} of ${runs}`);
			try {
				results.set(name, [...(results.get(name) ?? []), await turn(contestant, run)]);
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				failures.set(name, reason);
				results.delete(name);
				say(`${name} failed: ${reason}`);
			}
		}
	}
	return { results, failures };
}
