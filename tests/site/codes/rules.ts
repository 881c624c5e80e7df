import type { LinterCode } from '../../../src/domain/linter.ts';
import type { Rule } from '../../../src/domain/rule.ts';
import { SAMPLE_CATALOG } from '../../sample-catalog.ts';

/** What decides which addresses lead to a rule. */
export interface Sketch {
	/** `linter code`, as in a report. */
	readonly codes?: readonly string[];
	readonly standards?: readonly string[];
	readonly aliases?: readonly Rule['id'][];
}

/** Rules by their stems in the pack `p`, otherwise like any. */
export function rulesOf(sketches: Readonly<Record<string, Sketch>>): readonly Rule[] {
	const [any] = SAMPLE_CATALOG.rules;
	if (any === undefined) throw new Error('the sample has rules');
	return Object.entries(sketches).map(([stem, { codes = [], standards = [], aliases = [] }]) => ({
		...any,
		id: `p/${stem}`,
		pack: 'p',
		stem,
		path: `/rules/p/${stem}/`,
		codes: codes.map(codeOf),
		standards,
		aliases,
	}));
}

function codeOf(text: string): LinterCode {
	const space = text.indexOf(' ');
	return { linter: text.slice(0, space), code: text.slice(space + 1) };
}
