import type { Config } from './config.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { Catalog } from './rule.ts';

/** Tells a person how far a long piece of work is. `total` is null while it is not known. */
export type Progress = (step: string, done: number, total: number | null) => void;

export interface BuildRequest {
	readonly catalog: Catalog;
	/** Adds to the rules what they are alike and related to, when the catalog does not say it yet. */
	readonly related?: () => Catalog;
	readonly config: Config;
	readonly progress: Progress;
	/** By what a later run knows that it would build the same. */
	readonly occasion?: Occasion;
}

/** What led to a build, as far as the site does not see to it itself. */
export interface Occasion {
	/** A hash of all that the catalog was made from. */
	readonly key: string;
	/** Given back by `standing`; plain JSON. */
	readonly report: unknown;
}

/** What the last build published, and what it was told to report. */
export interface Standing {
	readonly result: BuildResult;
	readonly report: unknown;
}

export interface BuildResult {
	/** Folder that now holds the site. */
	readonly out: string;
	readonly pages: number;
	/** Size of all files, in bytes. */
	readonly bytes: number;
}

export interface DevRequest {
	readonly config: Config;
	readonly port: number | null;
	readonly host: string | null;
	readonly progress: Progress;
	/** Called after every (re)load of the packs. */
	readonly report: (diagnostics: readonly Diagnostic[], rules: number) => void;
	/** Called with what else a person should know: a line of text. */
	readonly say: (message: string) => void;
	/** The config as it is on disk now. Rejects with a message for a person when it has an error. */
	readonly reconfigure: () => Promise<Config>;
}

export interface RunningServer {
	readonly url: string;
	readonly stop: () => Promise<void>;
}

/** What the command line asks of the site. `bin/` hands it over, so that neither folder imports the other. */
export interface SiteCommands {
	/**
	 * Puts the last good site back where a build that was killed has left none, and removes what else such builds have left.
	 * Resolves to whether a site was put back.
	 */
	readonly restore: (config: Config) => Promise<boolean>;
	/** Renders the catalog and swaps the finished site in; on any failure the last good output stays. */
	readonly build: (request: BuildRequest) => Promise<BuildResult>;
	/**
	 * What lies in the output folder, if a build with an occasion of this key would publish exactly that; else null.
	 * Changes nothing.
	 */
	readonly standing: (config: Config, key: string) => Promise<Standing | null>;
	readonly dev: (request: DevRequest) => Promise<RunningServer>;
}
