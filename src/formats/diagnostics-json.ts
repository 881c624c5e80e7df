import type { Diagnostic } from '../domain/diagnostics.ts';
import { severityOf, wording } from '../domain/diagnostics.ts';
import type { Whereabouts } from './addresses.ts';
import { codeUrl } from './addresses.ts';
import { countDiagnostics } from './counts.ts';

/** Diagnostics as one versioned JSON object with its counts. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[], where: Whereabouts): string {
	const { bySeverity, byCode } = countDiagnostics(diagnostics);
	const file = {
		version: 1,
		counts: { ...bySeverity, byCode: Object.fromEntries(byCode) },
		diagnostics: diagnostics.map((one) => ({
			file: one.file,
			line: one.place.line,
			column: one.place.column,
			severity: severityOf(one.code),
			code: one.code,
			...wording(one),
			url: codeUrl(where, one.code),
		})),
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}
