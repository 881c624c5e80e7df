import { nearest } from '../domain/nearest.ts';
import { REPORT_FORMATS } from './formats/list.ts';
import { type Report, ReportError, type ReportFormat } from './types.ts';

/** What `--from` takes, apart from `auto`. */
export const FORMAT_NAMES: readonly string[] = REPORT_FORMATS.map(({ name }) => name);

/** The format of a name. Throws `ReportError` for one that does not exist. */
export function formatNamed(name: string): ReportFormat {
	const found = REPORT_FORMATS.find((format) => format.name === name.trim().toLowerCase());
	if (found !== undefined) return found;
	const near = nearest(name, FORMAT_NAMES);
	const hint = near === null ? `It is one of ${FORMAT_NAMES.join(', ')}.` : `Did you mean ${near}?`;
	throw new ReportError(`"${name}" is not a format that can be linked. ${hint}`);
}

/** The format of a report by its first bytes. Throws `ReportError` when none of the known ones fits. */
export function detectFormat(report: Pick<Report, 'head' | 'name'>): ReportFormat {
	const found = REPORT_FORMATS.find((format) => format.detect(report));
	if (found !== undefined) return found;
	throw new ReportError(`cannot tell which linter wrote this. Pass --from (one of ${FORMAT_NAMES.join(', ')}).`);
}
