import { diagnostic } from '../../domain/diagnostics.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Check } from './check.ts';

/** A name in `related` that no rule has. */
export const relatedUnknown: Check = ({ links: { related, names } }) =>
	related.unknown.map(({ named, pack, file }) => {
		const near = nearest(named.name, names.near(named.name, pack));
		return diagnostic('related-unknown', file, named.place, { name: named.name, near });
	});
