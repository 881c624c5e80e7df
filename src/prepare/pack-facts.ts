import type { Diagnostic } from '../domain/diagnostics.ts';
import type { ParsedPack } from '../domain/parsed.ts';
import type { PackFolder } from '../domain/source.ts';
import { findEscapedHidden, findHiddenText } from '../parse/hidden-text.ts';
import { parseMetadata } from '../parse/metadata.ts';
import { checkPackFrontmatter } from '../parse/pack-frontmatter.ts';
import { parseSections } from '../parse/sections.ts';
import { parseSkill } from '../parse/skill.ts';

/** What the files of a pack say besides its rules. */
export interface PackFacts extends Pick<ParsedPack, 'sections' | 'metadata' | 'skill'> {
	readonly diagnostics: readonly Diagnostic[];
}

/** Reads what a pack says of itself. Never throws: what is wrong becomes diagnostics. */
export function packFacts({ sections, metadata, skill }: PackFolder): PackFacts {
	const parsed = metadata ? parseMetadata(metadata) : { metadata: null, diagnostics: [] };
	const files = [sections, metadata, skill].filter((source) => source !== null);
	return {
		metadata: parsed.metadata,
		sections: sections ? parseSections(sections) : [],
		skill: skill ? parseSkill(skill) : null,
		diagnostics: [
			...parsed.diagnostics,
			...[sections, skill].flatMap((source) => (source ? checkPackFrontmatter(source) : [])),
			...files.flatMap(findHiddenText),
			...(metadata && parsed.metadata ? findEscapedHidden(metadata) : []),
		],
	};
}
