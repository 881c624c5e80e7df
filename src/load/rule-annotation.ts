/**
 * What the config may say of a rule whose file the team does not edit. The keys and shapes are those of the frontmatter, and
 * what stands in both places is joined.
 */
export interface RuleAnnotation {
	/** Linter → the code or codes that the rule explains: `{ eslint: ['no-eval'], ruff: 'S307' }`. */
	linters?: Record<string, string | string[]>;
	/** Standards that the rule serves: `['CWE-95']`. */
	standards?: string | string[];
	/** Former stems in the same pack, or former ids (`pack/stem`): their addresses lead to the rule. */
	aliases?: string | string[];
	/** Rules to read as well, by stem or id. */
	related?: string | string[];
	/** Rules that cannot be followed together with this one, by stem or id. */
	conflicts?: string | string[];
	/** Keeps the page, with a notice on it: `true`, the reason, or the reason and the rules to follow instead. */
	deprecated?: boolean | string | { message?: string; replacedBy?: string | string[] };
}
