import type { Diagnostic, DiagnosticCode, Severity } from '../domain/diagnostics.ts';
import { SEVERITIES, severityOf, titleOf, wording } from '../domain/diagnostics.ts';
import { counted } from './counted.ts';
import type { Counts } from './counts.ts';
import { oneLine } from './one-line.ts';

/** What a piece of text is, so that whoever prints it can colour it. */
export type Ink = Severity | 'place' | 'faint' | 'strong';
export type Paint = (ink: Ink, text: string) => string;

/** Text without colours. */
export const plain: Paint = (_, text) => text;

/**
 * Diagnostics for a person. Per diagnostic a line `file:line:column: severity[code] found`, which editors and terminals
 * can follow, then what was expected and what to do, indented; an empty line between files.
 */
export function diagnosticsText(diagnostics: readonly Diagnostic[], paint: Paint = plain): string {
	let text = '';
	let file: string | null = null;
	for (const one of diagnostics) {
		if (file !== null && file !== one.file) text += '\n';
		file = one.file;
		text += entry(one, paint);
	}
	return text;
}

function entry(one: Diagnostic, paint: Paint): string {
	const { found, expected, fix } = wording(one);
	const severity = severityOf(one.code);
	const place = paint('place', `${oneLine(one.file)}:${one.place.line}:${one.place.column}`);
	return (
		`${place}: ${paint(severity, severity)}[${one.code}] ${oneLine(found)}\n` +
		`    ${paint('faint', 'expected')} ${oneLine(expected)}\n` +
		`    ${paint('faint', 'fix')}      ${oneLine(fix)}\n`
	);
}

/** Every code with its count, severity and title: most frequent first. */
export function codesText(byCode: Counts['byCode'], paint: Paint = plain): string {
	const digits = Math.max(0, ...byCode.map(([, count]) => String(count).length));
	const width = Math.max(0, ...byCode.map(([code]) => code.length));
	return byCode.map(([code, count]) => codeLine(code, String(count).padStart(digits), width, paint)).join('');
}

function codeLine(code: DiagnosticCode, count: string, width: number, paint: Paint): string {
	const severity = severityOf(code);
	const padding = ' '.repeat('warning'.length - severity.length);
	return `  ${count}  ${paint(severity, severity)}${padding}  ${code.padEnd(width)}  ${paint('faint', titleOf(code))}\n`;
}

/** `2 errors, 1 warning`; `No problems` when there is nothing. */
export function severitiesText(bySeverity: Counts['bySeverity'], paint: Paint = plain): string {
	const present = SEVERITIES.filter((severity) => bySeverity[severity] > 0);
	if (present.length === 0) return paint('strong', 'No problems');
	return present.map((severity) => paint(severity, counted(bySeverity[severity], severity))).join(', ');
}
