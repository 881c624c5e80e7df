import type { Impact } from './impact.ts';
import type { Place } from './place.ts';
import type { PackReference, ParsedRule } from './rule.ts';
import type { PackFolder } from './source.ts';

/** One section of `_sections.md`. */
export interface DeclaredSection {
	readonly title: string;
	/** File-name prefixes without the closing hyphen, as written; most sections have one, some several. */
	readonly prefixes: readonly string[];
	readonly impact: Impact | null;
	/** Plain text; null when there is none. */
	readonly description: string | null;
	/** Place of the section's heading in `_sections.md`. */
	readonly place: Place;
}

/** What the site shows of `metadata.json`. Unknown keys and keys of another type are passed over. */
export interface PackMetadata {
	readonly version: string | null;
	readonly organization: string | null;
	readonly technology: string | null;
	readonly date: string | null;
	readonly abstract: string | null;
	readonly references: readonly PackReference[];
}

/** What the site shows of `SKILL.md`: frontmatter `name` and `description`, and its first H1. */
export interface SkillHeader {
	readonly name: string | null;
	readonly description: string | null;
	readonly heading: string | null;
}

/** A pack after the parse stage: everything the catalog is made from. */
export interface ParsedPack {
	readonly folder: PackFolder;
	/** In the order of `folder.rules`; files that are no rules or have an error are absent. */
	readonly rules: readonly ParsedRule[];
	/** Empty when the pack has no `_sections.md` or it declares nothing. */
	readonly sections: readonly DeclaredSection[];
	readonly metadata: PackMetadata | null;
	readonly skill: SkillHeader | null;
}
