import type { DeclaredSection, ParsedPack } from '../domain/parsed.ts';
import type { ParsedRule } from '../domain/rule.ts';

/** A pack with every rule in its section: what the checks look at and the catalog is written from. */
export interface ArrangedPack {
	readonly parsed: ParsedPack;
	/** Rules with an id of their own, in path order. */
	readonly rules: readonly ParsedRule[];
	/** Rules whose id another file of the pack has already. */
	readonly repeated: readonly { readonly rule: ParsedRule; readonly first: ParsedRule }[];
	/** In reading order; none is empty. */
	readonly sections: readonly ArrangedSection[];
}

export interface ArrangedSection {
	readonly slug: string;
	readonly title: string;
	/** What `_sections.md` says of it; null for a section that it does not name. */
	readonly declared: DeclaredSection | null;
	/** In reading order. */
	readonly rules: readonly ParsedRule[];
}
