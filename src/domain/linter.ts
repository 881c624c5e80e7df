/** A rule of a linter: the linter by its short name (`eslint`), the code as that linter writes it (`no-eval`). */
export interface LinterCode {
	readonly linter: string;
	readonly code: string;
}

/** Text to copy into a file, with the language it is written in. */
export interface LinterSnippet {
	/** What it does, as a short sentence part: `for the next line`. */
	readonly label: string;
	/** Shiki's name of the language. */
	readonly language: string;
	readonly code: string;
}

/** What this program knows of a linter. Every spelling of its codes is known here and nowhere else. */
export interface Linter {
	/** Key in the frontmatter's `linters`, and segment of an address: lower case, such as `clang-tidy`. */
	readonly name: string;
	/** What a person reads: `Clang-Tidy`. */
	readonly title: string;
	/** Other names by which reports call it, lower case: a SARIF driver, a source in rdjson, a prefix of Checkstyle. */
	readonly reportNames: readonly string[];
	/** The code as the linter itself writes it, from any spelling that some report gives it. Idempotent. */
	readonly canonical: (code: string) => string;
	/** What all spellings of one rule share: codes with the same key are the same rule. Takes a canonical code. */
	readonly key: (code: string) => string;
	/** The linter to which a code belongs that this one only passes on (Clippy's, of rustc); null for its own. */
	readonly owner: (code: string) => LinterCode | null;
	/** False for what reports put where a code stands although no rule found anything: a file that cannot be parsed. */
	readonly isRule: (code: string) => boolean;
	/** The same rule under the codes of other linters, where that follows from the names alone. */
	readonly twins: (code: string) => readonly LinterCode[];
	/** Comments that silence the code, best first; [] when the linter has none. `reason` stands where the linter takes one. */
	readonly suppress: (code: string) => readonly LinterSnippet[];
	/** Lines of configuration that switch the code on; [] when it cannot be configured. */
	readonly configure: (code: string) => readonly LinterSnippet[];
	/** The linter's own page about the code; null when its address does not follow from the code. */
	readonly page: (code: string) => string | null;
}
