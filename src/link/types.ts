import type { LinterCode } from '../domain/linter.ts';
import type { CodeLink, LinkCatalog } from './catalog.ts';

/** One change of a report's text. Offsets count bytes of the report in UTF-8, from 0; `end` is the first byte after. */
export interface Edit {
	readonly start: number;
	readonly end: number;
	/** What stands there instead. */
	readonly text: string;
}

/** A linter's report in UTF-8 without a byte order mark, on disk or in memory. It can be read more than once. */
export interface Report {
	/** As a message names it: the file, or `standard input`. */
	readonly name: string;
	/** Size in bytes. */
	readonly size: number;
	readonly read: () => AsyncIterable<Uint8Array>;
	/** The first bytes as text, at most 64 KB: enough to tell the format. */
	readonly head: string;
}

/** Something to say about a report that does not keep it from being linked. */
export interface LinkWarning {
	readonly message: string;
	/** Line of the report, from 1; null when it is about the whole. */
	readonly line: number | null;
}

export interface LinkContext {
	readonly catalog: LinkCatalog;
	/** The linter that `--tool` names, for formats that do not; null when it is not given. */
	readonly tool: string | null;
	/** Whether to mend what keeps a SARIF file from being accepted. */
	readonly repair: boolean;
	/** Whether to name the rules that a SARIF run leads to as a taxonomy of that run. */
	readonly taxonomy: boolean;
	/** Whether text goes to a terminal that shows OSC 8 links. */
	readonly hyperlinks: boolean;
	/** To be called once for every result that has a code, in the linter's own spelling; `null`: no rule explains it. */
	readonly saw: (code: LinterCode, link: CodeLink | null) => void;
	readonly warn: (warning: LinkWarning) => void;
}

/** A report format: how to know it, and what to change in it. A new format is one of these in `formats/list.ts`. */
export interface ReportFormat {
	/** What `--from` takes, such as `sarif`. */
	readonly name: string;
	/** What a person reads: `ESLint's JSON`. */
	readonly title: string;
	readonly detect: (report: Pick<Report, 'head' | 'name'>) => boolean;
	/** Whether a linter that finds nothing writes nothing at all in this format, as with one JSON value a line. */
	readonly emptyIsClean?: boolean;
	/**
	 * The changes that put the team's addresses in, in ascending order, without overlap; none when nothing is to change.
	 * Applied to its own output it yields none. Throws `ReportError` for a report that cannot be read.
	 */
	readonly edits: (report: Report, context: LinkContext) => AsyncIterable<Edit>;
}

/**
 * The report cannot be linked. The message says what was found and what to do, without the report's name: whoever shows it puts
 * name and line in front. What has been written until then is of no use.
 */
export class ReportError extends Error {
	override readonly name = 'ReportError';
	/** Line of the report, from 1; null when it is about the whole. */
	readonly line: number | null;

	constructor(message: string, line: number | null = null) {
		super(message);
		this.line = line;
	}
}

/** A catalog cannot be used. The message names it, says what was found and what to do. */
export class CatalogError extends Error {
	override readonly name = 'CatalogError';
}
