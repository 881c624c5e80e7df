import { findLinter, sameCodes } from '../../domain/linters.ts';
import type { Rule } from '../../domain/rule.ts';
import { spellingsOf } from '../codes/spellings.ts';

/**
 * What else a rule is known by: the codes of linters in every spelling, what other linters call them, standards and former ids.
 * Without repeats; a reader who types one of them means this rule.
 */
export function searchedCodes({
	codes,
	standards,
	aliases,
}: Pick<Rule, 'codes' | 'standards' | 'aliases'>): readonly string[] {
	const names = codes.flatMap(sameCodes).flatMap((name) => [name.code, ...spellingsOf(name)]);
	const stems = aliases.map((alias) => alias.slice(alias.indexOf('/') + 1));
	return [...new Set([...names, ...standards, ...aliases, ...stems])];
}

/** The linters that lead to a rule, as a person calls them: `eslint no-eval` is typed as often as the code alone. */
export function searchedLinters({ codes }: Pick<Rule, 'codes'>): readonly string[] {
	return [...new Set(codes.flatMap(sameCodes).flatMap(({ linter }) => [linter, findLinter(linter)?.title ?? linter]))];
}
