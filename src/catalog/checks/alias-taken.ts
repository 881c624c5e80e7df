import { diagnostic } from '../../domain/diagnostics.ts';
import { whereStated } from '../statements.ts';
import type { Check } from './check.ts';

/** An alias that is the id of a rule, be it the same: an address can lead to one page only. */
export const aliasTaken: Check = ({ links: { aliases } }) =>
	aliases.taken.map(({ alias, statement, holder }) => {
		const other = holder.rule === statement.rule ? null : holder.rule.file;
		return diagnostic('alias-taken', statement.file, statement.named.place, {
			alias,
			place: whereStated(statement),
			other,
		});
	});
