import { diagnostic } from '../../domain/diagnostics.ts';
import { stemOf } from '../../domain/ids.ts';
import { prefixesOf, sectionFinder } from '../section-finder.ts';
import type { Check } from './check.ts';

/** A declared section without rules. A file that is left out for an error of its own still counts: its section is not at fault. */
export const sectionEmpty: Check = ({ packs }) =>
	packs.flatMap(({ parsed, sections }) => {
		const { folder } = parsed;
		if (folder.sections === null) return [];
		const { file } = folder.sections;
		const { byStem } = sectionFinder(parsed.sections);
		const filled = new Set(sections.map(({ declared }) => declared));
		for (const { source } of folder.rules) filled.add(byStem(stemOf(source)));
		return parsed.sections
			.filter((section) => !filled.has(section))
			.map((section) => {
				const args = { title: section.title, prefix: prefixesOf(section)[0] ?? section.title };
				return diagnostic('section-empty', file, section.place, args);
			});
	});
