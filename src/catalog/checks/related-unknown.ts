import { diagnostic } from '../../domain/diagnostics.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Check } from './check.ts';

/** A name in `related` that no rule has. */
export const relatedUnknown: Check = ({ packs, relations }) =>
	relations.unknown.map(({ rule, named }) => {
		const own = packs.find(({ rules }) => rules.includes(rule));
		const near = nearest(named.name, own?.rules.map(({ stem }) => stem) ?? []);
		return diagnostic('related-unknown', rule.file, named.place, { name: named.name, near });
	});
