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

/**
 * A code in its linter's own spelling; of a linter that is not known, as it is, with the linter in lower case.
 * A code that a linter only passes on gets the linter it is from: `clippy::x` of rustc is Clippy's.
 */
export function canonicalCode({ linter, code }: LinterCode): LinterCode {
	const known = findLinter(linter);
	if (known === null) return { linter: linter.trim().toLowerCase(), code: code.trim() };
	const own = known.canonical(code.trim());
	const owner = known.owner(own);
	return owner === null ? { linter: known.name, code: own } : canonicalCode(owner);
}

/** Whether a code is a rule's: what a linter that is not known writes is taken for one. */
export function isRule(name: LinterCode): boolean {
	const { linter, code } = canonicalCode(name);
	return findLinter(linter)?.isRule(code) ?? true;
}

/** What all spellings of one rule of one linter share. Two codes with the same key lead to the same pages. */
export function codeKey(name: LinterCode): string {
	const { linter, code } = canonicalCode(name);
	return `${linter}\n${findLinter(linter)?.key(code) ?? code.toLowerCase()}`;
}

/**
 * All names of one rule: first its own in the linter's spelling, then what that linter and others call the same rule, the
 * nearest names first. Names of names are among them: `S307` of Flake8 is Ruff's `S307`, which is Bandit's `B307`.
 */
export function sameCodes(name: LinterCode): readonly LinterCode[] {
	const found = new Map<string, LinterCode>();
	const waiting = [canonicalCode(name)];
	for (const one of waiting) {
		const key = codeKey(one);
		if (found.has(key)) continue;
		found.set(key, one);
		waiting.push(...(findLinter(one.linter)?.twins(one.code) ?? []));
	}
	return [...found.values()];
}
