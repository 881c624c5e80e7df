import { shortPath } from './short-path.ts';

/** Says that the output folder was put back, and why it was missing. */
export function restoredText(out: string): string {
	return `note: a build was killed while it swapped sites; ${shortPath(out)} holds the last good one again.\n`;
}
