import { hash } from 'node:crypto';

/** What earlier runs have found out, by name; each with a key of all that it was found from. */
export interface FoundBefore {
	/** Undefined when nothing was found, or from something else. What comes back is what was kept, as JSON has it. */
	readonly recall: (name: string, key: string) => unknown;
	readonly keep: (name: string, key: string, found: unknown) => void;
}

/** What `find` finds in whatever `from` says all of, or what an earlier run has found in the same. */
export function foundIn<T>(before: FoundBefore | null, name: string, from: () => unknown, find: () => T): T {
	if (before === null) return find();
	const key = hash('sha256', JSON.stringify(from()));
	const known = before.recall(name, key);
	if (known !== undefined) return known as T;
	const found = find();
	before.keep(name, key, found);
	return found;
}
