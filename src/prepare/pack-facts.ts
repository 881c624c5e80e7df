import type { Diagnostic } from '../domain/diagnostics.ts';
import type { ParsedPack } from '../domain/parsed.ts';
import type { PackFolder } from '../domain/source.ts';
import { parseMetadata } from '../parse/metadata.ts';
import { parseSections } from '../parse/sections.ts';
import { parseSkill } from '../parse/skill.ts';

/** What the files of a pack say besides its rules. */
export interface PackFacts extends Pick<ParsedPack, 'sections' | 'metadata' | 'skill'> {
	readonly diagnostics: readonly Diagnostic[];
}

/** Reads what a pack says of itself. Never throws: what is wrong becomes diagnostics. */
export function packFacts({ sections, metadata, skill }: PackFolder): PackFacts {
	const parsed = metadata ? parseMetadata(metadata) : { metadata: null, diagnostics: [] };
	return {
		...parsed,
		sections: sections ? parseSections(sections) : [],
		skill: skill ? parseSkill(skill) : null,
	};
}
