import type { LinterCode } from '../../domain/linter.ts';
import { canonicalCode, codeKey, findLinter } from '../../domain/linters.ts';

/**
 * What else reports call a code, without the code itself: the end of a path (`noGlobalEval`), a number without its letters
 * (`2086`), the linter's name in front (`clippy::unwrap_used`). Only what the linter's entry in the table reads as the same rule
 * is a spelling of it: a guess that the table does not know is none.
 */
export function spellingsOf(name: LinterCode): readonly string[] {
	if (findLinter(name.linter) === null) return [];
	const short = [...endings(name.code), ...swapped(name.code)].filter((code) =>
		isSameRule({ linter: name.linter, code }, name),
	);
	// The table may pass over whatever stands in front of a code: that it takes the name off again says that it knows it.
	const named = withName(name).filter((code) => canonicalCode({ linter: name.linter, code }).code === name.code);
	return [...new Set([...short, ...named])].filter((code) => code !== name.code && code !== '');
}

/** Whether two codes are spellings of one rule of one linter. */
export function isSameRule(a: LinterCode, b: LinterCode): boolean {
	return codeKey(a) === codeKey(b);
}

/** Every end of a name in several parts; a number without the letters in front of it. */
function endings(code: string): readonly string[] {
	const parts = [...code.matchAll(/\/|::|\(/g)].map(({ index, 0: sign }) => code.slice(index + sign.length));
	return [...parts.map((part) => part.replace(/\)$/, '')), code.replace(/^[A-Za-z]+(?=\d)/, '')];
}

function withName({ linter, code }: LinterCode): readonly string[] {
	return [`${linter}::${code}`, `${linter}(${code})`];
}

/** Some tools write a name with hyphens where others write underscores. */
function swapped(code: string): readonly string[] {
	return [code.replaceAll('_', '-'), code.replaceAll('-', '_')];
}
