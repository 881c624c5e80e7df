import { hash } from 'node:crypto';
import type { FoundBefore } from '../domain/found-before.ts';

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
