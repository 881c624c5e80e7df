import { diagnostic } from '../../domain/diagnostics.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Check } from './check.ts';

/** A name in `conflicts` that no rule has, or that means the rule itself. */
export const conflictUnknown: Check = ({ links: { conflicts, names } }) => [
	...conflicts.unknown.map(({ named: { name, place }, pack, file }) =>
		diagnostic('conflict-unknown', file, place, { name, near: nearest(name, names.near(name, pack)), own: false }),
	),
	...conflicts.own.map(({ named: { name, place }, file }) =>
		diagnostic('conflict-unknown', file, place, { name, near: null, own: true }),
	),
];
