/** The property that marks what an earlier run has made, and keeps the tool's own words. */
export const KEPT = 'ruleDocs';

/** What a run says of one rule. */
export interface RuleFacts {
	/** Null for a descriptor that has none; it keeps its place. */
	readonly id: string | null;
	readonly standards: ReadonlySet<string>;
}

/** A part of a tool that has rules: the driver or an extension. */
export interface Component {
	name: string | null;
	readonly rules: RuleFacts[];
	/** Where the first descriptor of an id stands in `rules`. */
	readonly places: Map<string, number>;
}

/** Results that name their rule in the same way. */
export interface Reference {
	readonly id: string | null;
	readonly index: number | null;
	/** Where the rule is said to be; see `Run.components`. */
	readonly component: string;
	readonly standards: Set<string>;
	count: number;
}

export interface Run {
	/** By `driver`, or by the index of an extension. */
	readonly components: Map<string, Component>;
	/** In the order in which results name them first. */
	readonly references: Map<string, Reference>;
	readonly taxonomies: {
		count: number;
		/** The one that an earlier run has made of the team's rules; null for none. */
		own: number | null;
	};
}

export function emptyRun(): Run {
	return { components: new Map(), references: new Map(), taxonomies: { count: 0, own: null } };
}
