/** What a team sets in `rulepress.config.mjs`, with every default filled in. Paths are absolute. */
export interface Config {
	/** The folder that holds the config file: relative paths in it start here. */
	readonly root: string;
	/** Absolute path of the config file; null when there is none and the defaults hold. */
	readonly file: string | null;
	/** The config file's text, in which places are looked for; '' when there is none. */
	readonly text: string;
	/** Name of the site. */
	readonly title: string;
	readonly description: string;
	/** Content folders in order: the first pack of a name keeps it. */
	readonly content: readonly string[];
	/** Where the built site goes. */
	readonly out: string;
	/** Absolute URL of the published site without a trailing slash, such as `https://rules.example.org`; null when not known. */
	readonly site: string | null;
	/** Path the site lives under, with a slash at both ends: `/` or `/docs/`. */
	readonly base: string;
	/** Names of packs whose MDX and raw HTML may run. */
	readonly trusted: readonly string[];
	/** Pack folder (relative to its content folder, POSIX) → the name it keeps. */
	readonly packNames: Readonly<Record<string, string>>;
	/** Id of a rule → what the team says of it besides its frontmatter, in the shapes of the frontmatter; not checked yet. */
	readonly rules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	/** False when the command line names other content folders: what the file says of rules elsewhere is no mistake then. */
	readonly ownContent: boolean;
	/** Where a rule's source can be seen or edited; `{source}` stands for its path. Null when there is no such place. */
	readonly editUrl: string | null;
	/** Whether every rule gets a picture for link previews; needs `site`. */
	readonly ogImages: boolean;
	/** Whether every file that shrinks gets a `.gz` and a `.br` beside it, for hosts that send such files. */
	readonly precompress: boolean;
}
