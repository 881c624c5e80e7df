import { detectFormat } from '../../../src/link/detect.ts';
import type { LinkCatalog } from '../../../src/link/index.ts';
import { type LinkResult, linkReport } from '../../../src/link/link-report.ts';
import { reportOf } from '../report.ts';

export interface Linked extends LinkResult {
	readonly text: string;
}

/** A report as `rulepress link` writes it. */
export async function linked(
	text: string,
	catalog: LinkCatalog,
	{ tool = null, piece }: { readonly tool?: string | null; readonly piece?: number } = {},
): Promise<Linked> {
	const report = reportOf(text, 'report', piece);
	const parts: Uint8Array[] = [];
	const result = await linkReport(report, {
		catalog,
		tool,
		format: text === '' ? null : detectFormat(report),
		repair: false,
		taxonomy: false,
		hyperlinks: false,
		write: async (chunk) => {
			parts.push(Uint8Array.from(chunk));
		},
	});
	return { ...result, text: Buffer.concat(parts).toString('utf8') };
}
