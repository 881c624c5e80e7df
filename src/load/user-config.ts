import type { RuleAnnotation } from './rule-annotation.ts';

/**
 * What `rulepress.config.mjs` may export as its default; every key is optional.
 * Write `/** @type {import('rulepress').UserConfig} *\/` above it to have an editor complete and check the keys.
 */
export interface UserConfig {
	/** Name of the site. Default: `Rulepress`. */
	title?: string;
	/** One sentence about the site, for search engines and link previews. */
	description?: string;
	/** Folders with packs, relative to the config file, in order: the first pack of a name keeps it. Default: `['content']`. */
	content?: string | string[];
	/** Where the built site goes, relative to the config file. Default: `dist`. */
	out?: string;
	/** Where the site will be published, such as `https://rules.example.org`. Needed for the sitemap and link previews. */
	site?: string | null;
	/** The path the site lives under, such as `/docs/`. Default: `/`. */
	base?: string;
	/** Names of packs whose MDX and raw HTML may run. Trust a pack as you trust your own code. */
	trusted?: string[];
	/** Pins the names of packs: folder of the pack (relative to its content folder or to the config file) → name. */
	packNames?: Record<string, string>;
	/** Adds linter codes, standards, aliases and more to rules of packs that are not edited here: id of the rule → keys. */
	rules?: Record<string, RuleAnnotation>;
	/** Where a rule's source can be seen or edited; `{source}` stands for its path below the content folder. */
	editUrl?: string | null;
	/** Draws a picture of every rule for link previews. Needs `site` and a font on the machine that builds. Default: `false`. */
	ogImages?: boolean;
	/** Writes a `.gz` and a `.br` beside every file that shrinks, for hosts that send such files. Default: `false`. */
	precompress?: boolean;
}

/** One thing wrong with the configuration, in the three sentences of a diagnostic. */
export interface ConfigProblem {
	/** The key, such as `trusted[1]`; null when it is about the file as a whole. */
	readonly key: string | null;
	readonly found: string;
	readonly expected: string;
	readonly fix: string;
}

/** The configuration cannot be used. Its message names the file and every problem. */
export class ConfigError extends Error {
	/** The config file, or null when the problem comes from the command line. */
	readonly file: string | null;
	readonly problems: readonly ConfigProblem[];

	constructor(file: string | null, problems: readonly ConfigProblem[]) {
		const lines = problems.map(({ found, expected, fix }) => `  ${found}; expected ${expected}. ${fix}.`);
		super([`${file ?? 'The command line'} cannot be used:`, ...lines].join('\n'));
		this.name = 'ConfigError';
		this.file = file;
		this.problems = problems;
	}
}
