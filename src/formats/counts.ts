import type { Diagnostic, DiagnosticCode, Severity } from '../domain/diagnostics.ts';
import { severityOf } from '../domain/diagnostics.ts';

export interface Counts {
	readonly bySeverity: Readonly<Record<Severity, number>>;
	/** Most frequent first; among equals by code. */
	readonly byCode: readonly (readonly [DiagnosticCode, number])[];
}

/** How often each severity and each code occurs. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): Counts {
	const bySeverity = { error: 0, warning: 0, info: 0 };
	const byCode = new Map<DiagnosticCode, number>();
	for (const { code } of diagnostics) {
		bySeverity[severityOf(code)] += 1;
		byCode.set(code, (byCode.get(code) ?? 0) + 1);
	}
	return { bySeverity, byCode: [...byCode].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)) };
}
