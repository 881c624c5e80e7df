import { diagnostic } from '../../domain/diagnostics.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Check } from './check.ts';

/** A deprecated rule that leads to one that is not there. */
export const replacedByUnknown: Check = ({ links: { replacedBy, names } }) =>
	replacedBy.unknown.map(({ named: { name, place }, pack, file }) =>
		diagnostic('replaced-by-unknown', file, place, { name, near: nearest(name, names.near(name, pack)) }),
	);
