import type { LinterCode } from './linter.ts';
import { canonicalCode, codeKey, sameCodes } from './linters.ts';
import { standardName } from './standards.ts';

/** A rule as far as a diagnostic has to know it. */
export interface CodeHolder {
	readonly id: string;
	readonly codes: readonly LinterCode[];
	readonly standards: readonly string[];
}

/** A code that rules declare, in its linter's own spelling, with those rules in the order in which they came. */
export interface CodeEntry<R> {
	readonly name: LinterCode;
	readonly rules: readonly R[];
}

/** Which rules explain which code. */
export interface CodeIndex<R extends CodeHolder> {
	/** Every declared code; by linter, then code, in code-unit order. */
	readonly codes: readonly CodeEntry<R>[];
	/** The declared code that a code stands for, however it is spelled: the same rule of its linter, else of another linter. */
	readonly find: (name: LinterCode) => CodeEntry<R> | null;
	/** The rules of that code: the very array of its entry in `codes`; [] when no rule explains it. */
	readonly byCode: (name: LinterCode) => readonly R[];
	/** The rules of a standard, however it is spelled (`CWE-95`, `external/cwe/cwe-095`). */
	readonly byStandard: (standard: string) => readonly R[];
}

/** Indexes rules by their codes and standards. Rules of one code keep the order in which they came. */
export function indexCodes<R extends CodeHolder>(rules: readonly R[]): CodeIndex<R> {
	const declared = declaredCodes(rules);
	const implied = impliedCodes([...declared.values()]);
	const standards = new Map<string, R[]>();
	for (const rule of rules) {
		for (const name of new Set(rule.standards.map((standard) => standardName(standard) ?? standard))) {
			standards.set(name, [...(standards.get(name) ?? []), rule]);
		}
	}
	const find = (name: LinterCode): CodeEntry<R> | null => {
		const keys = sameCodes(name).map(codeKey);
		const source = [declared, implied].find((map) => keys.some((key) => map.has(key)));
		const key = keys.find((one) => source?.has(one));
		return key === undefined ? null : (source?.get(key) ?? null);
	};
	return {
		codes: [...declared.values()].sort(
			(a, b) => compare(a.name.linter, b.name.linter) || compare(a.name.code, b.name.code),
		),
		find,
		byCode: (name) => find(name)?.rules ?? [],
		byStandard: (standard) => standards.get(standardName(standard) ?? standard) ?? [],
	};
}

/** Of several spellings of one rule of a linter the longest names the entry: it says most (Biome's group, Pylint's symbol). */
function declaredCodes<R extends CodeHolder>(rules: readonly R[]): Map<string, CodeEntry<R>> {
	const entries = new Map<string, { name: LinterCode; rules: R[] }>();
	for (const rule of rules) {
		for (const one of rule.codes) {
			const name = canonicalCode(one);
			const key = codeKey(name);
			const entry = entries.get(key) ?? { name, rules: [] };
			if (name.code.length > entry.name.code.length) entry.name = name;
			if (!entry.rules.includes(rule)) entry.rules.push(rule);
			entries.set(key, entry);
		}
	}
	return entries;
}

/** What else the declared codes are called, for names that only lead one way. The first of several entries has a name. */
function impliedCodes<R>(entries: readonly CodeEntry<R>[]): Map<string, CodeEntry<R>> {
	const names = new Map<string, CodeEntry<R>>();
	for (const entry of entries) {
		for (const key of sameCodes(entry.name).map(codeKey)) {
			if (!names.has(key)) names.set(key, entry);
		}
	}
	return names;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
