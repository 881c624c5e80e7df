import { diagnostic } from '../../domain/diagnostics.ts';
import { FILE_START } from '../../domain/place.ts';
import { prefixesOf } from '../section-finder.ts';
import type { Check } from './check.ts';

/** A rule that none of its pack's declared sections takes in. */
export const sectionUndeclared: Check = ({ packs }) =>
	packs.flatMap(({ parsed, sections }) => {
		const prefixes = parsed.sections.flatMap(prefixesOf);
		if (prefixes.length === 0) return [];
		return sections
			.filter(({ declared }) => declared === null)
			.flatMap(({ title, rules }) =>
				rules.map(({ file, stem }) =>
					diagnostic('section-undeclared', file, FILE_START, { stem, prefixes, section: title }),
				),
			);
	});
