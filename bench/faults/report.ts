import { type Ending, isSame, type Tree } from './project.ts';

/** One line of the table. */
export interface Outcome {
	readonly fault: string;
	readonly runs: number;
	/** How the commands ended, with how many of them did so. */
	readonly endings: string;
	/** What lay in the output right after the fault. */
	readonly served: string;
	/** Whether the next run yielded what a fresh one does. */
	readonly next: string;
	readonly message: string;
	/** How many runs left something that must not be. */
	readonly bad: number;
}

/** What the output may be after a fault. */
export function servedAs(found: Tree, before: Tree, after: Tree): 'the last site' | 'the new site' | 'none' | 'TORN' {
	if (found === null) return 'none';
	if (isSame(found, before)) return 'the last site';
	return isSame(found, after) ? 'the new site' : 'TORN';
}

/** `a 3, b 2`. */
export function tally(words: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return [...counts].map(([word, count]) => (words.length === 1 ? word : `${word} ${count}`)).join(', ');
}

/** What a command said when it failed, in one line. */
export function messageOf({ err }: Ending): string {
	const lines = err.split('\n').filter((line) => /^(error|note|.*\berror\b)/.test(line));
	return (lines[0] ?? '').trim();
}

/** True for a message that names what happened instead of showing where the program broke. */
export function isPlain({ err }: Ending): boolean {
	return !/^\s+at |unexpected failure/m.test(err);
}
