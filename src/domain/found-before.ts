/** What earlier runs have found out of all rules together, by name; each with a key of all that it was found from. */
export interface FoundBefore {
	/** Undefined when nothing was found, or from something else. What comes back is what was kept, as JSON has it. */
	readonly recall: (name: string, key: string) => unknown;
	readonly keep: (name: string, key: string, found: unknown) => void;
}
