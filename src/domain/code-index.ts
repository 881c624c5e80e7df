import type { LinterCode } from './linter.ts';
import { canonicalCode, sameCodes } from './linters.ts';
import { standardName } from './standards.ts';

/** A rule as far as a diagnostic has to know it. */
export interface CodeHolder {
	readonly id: string;
	readonly codes: readonly LinterCode[];
	readonly standards: readonly string[];
}

/** Which rules explain which code. */
export interface CodeIndex<R extends CodeHolder> {
	/** Every declared code in its linter's own spelling, with its rules; by linter, then code, in code-unit order. */
	readonly codes: readonly { readonly name: LinterCode; readonly rules: readonly R[] }[];
	/** The rules of a code, however it is spelled: exact, then the linter's other spellings, then the same rule of another linter. */
	readonly byCode: (name: LinterCode) => readonly R[];
	/** The rules of a standard, however it is spelled (`CWE-95`, `external/cwe/cwe-095`). */
	readonly byStandard: (standard: string) => readonly R[];
}

/** Indexes rules by their codes and standards. Rules of one code keep the order in which they came. */
export function indexCodes<R extends CodeHolder>(rules: readonly R[]): CodeIndex<R> {
	const codes = new Map<string, { name: LinterCode; rules: R[] }>();
	const standards = new Map<string, R[]>();
	for (const rule of rules) {
		for (const one of rule.codes) {
			const name = canonicalCode(one);
			const entry = codes.get(keyOf(name)) ?? { name, rules: [] };
			if (!entry.rules.includes(rule)) entry.rules.push(rule);
			codes.set(keyOf(name), entry);
		}
		for (const standard of rule.standards) {
			const name = standardName(standard) ?? standard;
			standards.set(name, [...(standards.get(name) ?? []), rule]);
		}
	}
	return {
		codes: [...codes.values()].sort(
			(a, b) => compare(a.name.linter, b.name.linter) || compare(a.name.code, b.name.code),
		),
		byCode: (name) => {
			for (const same of sameCodes(name)) {
				const found = codes.get(keyOf(same));
				if (found !== undefined) return found.rules;
			}
			return [];
		},
		byStandard: (standard) => standards.get(standardName(standard) ?? standard) ?? [],
	};
}

/** Codes are looked up without case, as their addresses are: no linter tells two rules apart by case alone. */
function keyOf({ linter, code }: LinterCode): string {
	return `${linter}\n${code.toLowerCase()}`;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
