import { relative } from 'node:path';

/** A path as a person would type it here: relative to the working folder when it lies below it. */
export function shortPath(absolute: string): string {
	const way = relative(process.cwd(), absolute);
	return way === '' || way.startsWith('..') ? absolute : way;
}
