import { DIAGNOSTICS } from './diagnostics-table.ts';
import type { Place } from './place.ts';
import { comparePlaces } from './place.ts';
import type { Severity, Wording } from './severity.ts';

export { SEVERITIES, type Severity, type Wording } from './severity.ts';

export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** What a code's wording needs to know. */
export type DiagnosticArgs<C extends DiagnosticCode> = Parameters<(typeof DIAGNOSTICS)[C]['say']>[0];

/** A finding as data: words are made last, by `wording`. */
export interface Diagnostic<C extends DiagnosticCode = DiagnosticCode> {
	readonly code: C;
	/** As `SourceFile.file` names it. */
	readonly file: string;
	readonly place: Place;
	readonly args: DiagnosticArgs<C>;
}

/** Builds a diagnostic; its arguments are checked against the code's wording. */
export function diagnostic<C extends DiagnosticCode>(
	code: C,
	file: string,
	place: Place,
	args: DiagnosticArgs<C>,
): Diagnostic {
	// One union member per code would make every list of diagnostics unwieldy; the check above is what matters.
	return { code, file, place, args } as Diagnostic;
}

export function severityOf(code: DiagnosticCode): Severity {
	return DIAGNOSTICS[code].severity;
}

/** One line of what a code is about, for lists and for SARIF. */
export function titleOf(code: DiagnosticCode): string {
	return DIAGNOSTICS[code].title;
}

/** The words of a diagnostic: what was found, what was expected, what to do. */
export function wording(one: Diagnostic): Wording {
	const say = DIAGNOSTICS[one.code].say as (args: unknown) => Wording;
	return say(one.args);
}

export function isDiagnosticCode(code: string): code is DiagnosticCode {
	return Object.hasOwn(DIAGNOSTICS, code);
}

export const DIAGNOSTIC_CODES = Object.keys(DIAGNOSTICS) as readonly DiagnosticCode[];

/** By file, then place, then code: the same findings always print in the same order. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
	const byFile = a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
	const byCode = a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
	return byFile || comparePlaces(a.place, b.place) || byCode;
}

/** The pack whose rules explain the codes: the page of a code is `/rules/rule-authoring/<code>/`. */
export const CODES_PACK = 'rule-authoring';
