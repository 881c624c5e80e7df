import { diagnostic } from '../../domain/diagnostics.ts';
import { FILE_START } from '../../domain/place.ts';
import type { Check } from './check.ts';

const NAMED = 3;

/** A rule whose bytes are those of a rule of another pack; said of each of them. */
export const ruleIdentical: Check = ({ identical }) =>
	[...identical].map(([rule, others]) => {
		const named = others.slice(0, NAMED).map((other) => other.rule.file);
		const more = others.length > NAMED ? [`${others.length - NAMED} more`] : [];
		return diagnostic('rule-identical', rule.file, FILE_START, { other: [...named, ...more].join(', ') });
	});
