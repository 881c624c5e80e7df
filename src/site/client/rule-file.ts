/**
 * The file `/index/rules.json`: every rule in columns, in the order of the catalog.
 * Columns repeat less than objects and pack better: some 60 bytes a rule.
 */
export interface RuleFile {
	readonly version: 1;
	/** `name` TAB `title`. */
	readonly packs: readonly string[];
	/** `slug` TAB `title`, with the place of the pack in `packs`. */
	readonly sections: readonly (readonly [pack: number, text: string])[];
	/** Place in `sections` and number of rules, one after the other. */
	readonly runs: readonly (readonly [section: number, rules: number])[];
	/** Most used first. */
	readonly tags: readonly string[];
	/** Slugs of the tags whose slug does not follow from their name. */
	readonly slugs: Readonly<Record<number, string>>;
	readonly languages: readonly string[];
	/** `title` TAB `stem`. */
	readonly rules: readonly string[];
	/** One digit a rule: place of the tier among the tiers, 6 for none. */
	readonly impacts: string;
	/** Places in `tags`. */
	readonly ruleTags: readonly (readonly number[])[];
	/** The sets of languages that occur, as places in `languages`, and the set of each rule. */
	readonly languageSets: readonly (readonly number[])[];
	readonly ruleLanguages: readonly number[];
	/** `name` TAB `title`, most used first, with the places in `rules` of the rules that name a code of the linter. */
	readonly linters: readonly (readonly [linter: string, rules: readonly number[]])[];
	/** Places in `rules` of those that no longer hold. */
	readonly deprecated: readonly number[];
}

/** Site path of the file, without base. */
export const RULE_FILE = '/index/rules.json';

/** Site path, without base, of the words that typing errors are corrected to. */
export const WORD_FILE = '/pagefind/words.json';

/** How many summaries are in one file. */
export const SUMMARIES_PER_FILE = 64;

/** Site path, without base, of the summaries of the rules with these places in the default order. */
export function summaryFile(chunk: number): string {
	return `/index/summaries/${chunk}.json`;
}

/**
 * Places of all rules in the default order: those that no longer hold last, most severe first, else as in the catalog.
 * `impacts` and `deprecated` are the file's columns.
 */
export function defaultOrder({ impacts, deprecated }: Pick<RuleFile, 'impacts' | 'deprecated'>): Uint32Array {
	const last = new Set(deprecated);
	const live: number[][] = [];
	const gone: number[][] = [];
	for (let rule = 0; rule < impacts.length; rule += 1) {
		const group = last.has(rule) ? gone : live;
		const tier = Number(impacts[rule]);
		group[tier] ??= [];
		group[tier].push(rule);
	}
	return Uint32Array.from([...live, ...gone].flatMap((rules) => rules ?? []));
}
