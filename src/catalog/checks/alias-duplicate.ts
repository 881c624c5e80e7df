import { diagnostic } from '../../domain/diagnostics.ts';
import { whereStated } from '../statements.ts';
import type { Check } from './check.ts';

/** An alias that two rules claim; the first has it. */
export const aliasDuplicate: Check = ({ links: { aliases } }) =>
	aliases.repeated.map(({ alias, statement, first }) =>
		diagnostic('alias-duplicate', statement.file, statement.named.place, {
			alias,
			place: whereStated(statement),
			other: whereStated(first),
		}),
	);
