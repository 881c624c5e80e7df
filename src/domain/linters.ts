import type { Linter, LinterCode } from './linter.ts';
import { LINTERS } from './linter-table/list.ts';

const byName = new Map(
	LINTERS.flatMap((linter) =>
		[linter.name, ...linter.reportNames].map((name) => [name.toLowerCase(), linter] as const),
	),
);

/** The linter that a report or an author calls by this name, without regard to case; null for one that is not known. */
export function findLinter(name: string): Linter | null {
	return byName.get(name.trim().toLowerCase()) ?? null;
}

/** Short names of all known linters, sorted. */
export const LINTER_NAMES: readonly string[] = LINTERS.map(({ name }) => name).sort();

/** A code in its linter's own spelling; of a linter that is not known, as it is, with the linter in lower case. */
export function canonicalCode({ linter, code }: LinterCode): LinterCode {
	const known = findLinter(linter);
	if (known === null) return { linter: linter.trim().toLowerCase(), code: code.trim() };
	return { linter: known.name, code: known.canonical(code.trim()) };
}

/** All names of one rule: first its own in the linter's spelling, then what other linters call the same rule. */
export function sameCodes(name: LinterCode): readonly LinterCode[] {
	const own = canonicalCode(name);
	return [own, ...(findLinter(own.linter)?.twins(own.code) ?? [])];
}
