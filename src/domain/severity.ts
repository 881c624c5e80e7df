/**
 * error: the rule cannot be published as its author meant it, so `build` stops or leaves it out.
 * warning: it is published, but something is wrong or would surprise a reader.
 * info: worth knowing, nothing to repair.
 */
export type Severity = 'error' | 'warning' | 'info';

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** The three sentences of a diagnostic. None ends in a full stop; the formats add their own punctuation. */
export interface Wording {
	readonly found: string;
	readonly expected: string;
	readonly fix: string;
}

/** What every finding of one code has in common. */
export interface DiagnosticKind {
	readonly severity: Severity;
	/** One line of what the code is about. */
	readonly title: string;
	readonly say: (args: never) => Wording;
}
