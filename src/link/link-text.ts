import { findLinter } from '../domain/linters.ts';
import type { LinkCatalog } from './catalog.ts';
import { REPORT_FORMATS } from './formats/list.ts';
import { linkReport, type SeenCode } from './link-report.ts';
import { openReportStream } from './report.ts';
import { type LinkWarning, ReportError } from './types.ts';

/** What `linkText` may be told; the report says the rest. */
export interface LinkTextOptions {
	/** The linter, for formats that do not name it. */
	readonly tool?: string;
	/** The format, as `rulepress link --from` names it, when it cannot be told from the report. */
	readonly from?: string;
	/** Mends what keeps a SARIF file from being accepted. */
	readonly repair?: boolean;
	/** Names the rules that a SARIF run leads to as a taxonomy of that run. */
	readonly taxonomy?: boolean;
}

export interface LinkedText {
	/** The report in the same format, with the team's addresses. */
	readonly text: string;
	/** The codes it holds, in the order in which it names them first; without a rule where `link` is null. */
	readonly codes: readonly SeenCode[];
	readonly warnings: readonly LinkWarning[];
}

/**
 * Does with a report in memory what `rulepress link` does with a file. Throws `ReportError` for a report that cannot be read
 * or whose format cannot be told.
 */
export async function linkText(
	report: string,
	catalog: LinkCatalog,
	{ tool, from, repair = false, taxonomy = false }: LinkTextOptions = {},
): Promise<LinkedText> {
	const format = REPORT_FORMATS.find(({ name }) => name === from) ?? null;
	if (from !== undefined && format === null) {
		throw new ReportError(`"${from}" is no format. There are ${REPORT_FORMATS.map(({ name }) => name).join(', ')}.`);
	}
	const opened = await openReportStream(bytesOf(report), 'the report');
	const chunks: Uint8Array[] = [];
	try {
		const { codes, warnings } = await linkReport(opened, {
			catalog,
			format,
			tool: tool === undefined ? null : (findLinter(tool)?.name ?? tool),
			repair,
			taxonomy,
			hyperlinks: false,
			write: async (chunk) => {
				chunks.push(chunk);
			},
		});
		return { text: Buffer.concat(chunks).toString('utf8'), codes, warnings };
	} finally {
		await opened.close();
	}
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
	yield new TextEncoder().encode(text);
}
