import type { Diagnostic, DiagnosticCode } from '../../domain/diagnostics.ts';
import { severityOf } from '../../domain/diagnostics.ts';
import { counted } from '../../formats/counted.ts';
import { type Counts, countDiagnostics } from '../../formats/counts.ts';
import { codesText, diagnosticsText, type Paint, severitiesText } from '../../formats/diagnostics-text.ts';
import { oneLine } from '../../formats/one-line.ts';
import type { PipelineResult } from '../../pipeline.ts';
import { isVanished } from '../published.ts';

/** What a build says of the packs. Plain JSON: a build that has nothing to do says again what the last one said. */
export interface BuildReport {
	/** Errors, in full. */
	readonly shown: readonly Diagnostic[];
	/** How many of all errors keep the site from being published. */
	readonly stopping: number;
	/** True when none of those goes away by leaving rules out. */
	readonly isFinal: boolean;
	/** Files that are not on the site, each with its codes; null when none may be left out. */
	readonly leftOut: readonly { readonly file: string; readonly codes: readonly DiagnosticCode[] }[] | null;
	/** All that is no error. */
	readonly others: Counts;
	readonly rules: number;
	readonly packs: number;
}

export function buildReport({ catalog, diagnostics, leftOut }: PipelineResult, skipInvalid: boolean): BuildReport {
	const errors = diagnostics.filter(({ code }) => severityOf(code) === 'error');
	const named = new Set(skipInvalid ? leftOut.flatMap((one) => one.diagnostics) : []);
	const stopping = skipInvalid ? errors.filter(isVanished) : errors;
	return {
		shown: errors.filter((error) => !named.has(error)),
		stopping: stopping.length,
		isFinal: stopping.every(isVanished),
		leftOut: skipInvalid
			? leftOut.map((one) => ({ file: one.file, codes: [...new Set(one.diagnostics.map(({ code }) => code))] }))
			: null,
		others: countDiagnostics(diagnostics.filter(({ code }) => severityOf(code) !== 'error')),
		rules: catalog.rules.length,
		packs: catalog.packs.length,
	};
}

/** All of the report but what has been built. */
export function reportText({ shown, leftOut, others, ...report }: BuildReport, paint: Paint): string {
	const hasOthers = others.byCode.length > 0;
	const orElse = report.isFinal ? '' : ', or leave these rules out with --skip-invalid';
	return [
		diagnosticsText(shown, paint),
		shown.length > 0 && hasOthers ? '\n' : '',
		leftOutText(leftOut ?? []),
		hasOthers ? `${severitiesText(others.bySeverity, paint)} (rulepress check shows them):\n` : '',
		codesText(others.byCode, paint),
		report.stopping > 0
			? `\nNothing was published: ${counted(report.stopping, 'error')}. Correct them${orElse}.\n`
			: '',
	].join('');
}

function leftOutText(leftOut: NonNullable<BuildReport['leftOut']>): string {
	if (leftOut.length === 0) return '';
	const lines = leftOut.map(({ file, codes }) => `  ${oneLine(file)}: ${codes.join(', ')}\n`);
	return `${counted(leftOut.length, 'rule')} left out:\n${lines.join('')}`;
}
