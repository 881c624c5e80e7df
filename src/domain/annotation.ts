import type { Frontmatter, Named } from './rule.ts';

/** What authors say of a rule's place among others: its former names, its codes and standards, the rules beside it. */
export type Declarations = Pick<
	Frontmatter,
	'aliases' | 'codes' | 'conflicts' | 'deprecated' | 'related' | 'standards'
>;

/** What the config adds to a rule of a pack that the team does not edit. */
export interface Annotation extends Declarations {
	/** The rule's id as the config has it. */
	readonly rule: Named;
}

/** All annotations of a run, with the file that they stand in. */
export interface Annotations {
	/** The config file as a diagnostic names it. */
	readonly file: string;
	readonly entries: readonly Annotation[];
	/** True when all packs that the config is about are in this run, so that an id that no rule has is a mistake. */
	readonly complete: boolean;
}
