import { counted } from '../../formats/counted.ts';
import { oneLine } from '../../formats/one-line.ts';
import { formatNamed } from '../../link/detect.ts';
import { makeEncoder } from '../../link/encoding.ts';
import { type LinkOptions, type LinkResult, linkReport, type SeenCode } from '../../link/link-report.ts';
import { replaceFile, WriteError } from '../../link/replace-file.ts';
import { type OpenReport, openReportFile, openReportStream } from '../../link/report.ts';
import { makeSpool } from '../../link/spool.ts';
import { ReportError } from '../../link/types.ts';
import type { Context } from '../context.ts';
import { CannotRun } from '../failure.ts';

export const STANDARD_INPUT = '-';

/** Where the linked report goes: standard output, a file, the file it came from, or nowhere. */
export type Destination =
	| { readonly to: 'stdout' }
	| { readonly to: 'source' }
	| { readonly to: 'nowhere' }
	| { readonly to: 'file'; readonly path: string };

export interface LinkRun extends Omit<LinkOptions, 'write' | 'format'> {
	/** What `--from` names; null to tell it from each report. */
	readonly from: string | null;
	readonly destination: Destination;
}

/**
 * Links reports one after the other and says on standard error what is odd about them. A report that cannot be read keeps none of
 * the others from being linked. Returns what was found in those that could be; null stands for one that could not.
 */
export async function runLink(
	context: Context,
	inputs: readonly string[],
	{ from, ...options }: LinkRun,
): Promise<readonly (LinkResult | null)[]> {
	const format = from === null ? null : namedFormat(from);
	const results: (LinkResult | null)[] = [];
	for (const input of inputs) {
		results.push(await linkOne(context, input, { ...options, format }));
	}
	return results;
}

type OneRun = Omit<LinkOptions, 'write'> & Pick<LinkRun, 'destination'>;

async function linkOne(context: Context, input: string, options: OneRun): Promise<LinkResult | null> {
	const { err, paintErr } = context.terminal;
	const name = input === STANDARD_INPUT ? 'standard input' : input;
	const place = (line: number | null) => paintErr('place', line === null ? oneLine(name) : `${oneLine(name)}:${line}`);
	try {
		const report = await opened(context, input, name);
		try {
			const result = await written(context, report, input, options);
			for (const { message, line } of result.warnings) {
				err(`${paintErr('warning', 'warning')}: ${place(line)}: ${oneLine(message)}\n`);
			}
			return result;
		} finally {
			await report.close();
		}
	} catch (thrown) {
		if (thrown instanceof WriteError) throw new CannotRun(thrown.message, { cause: thrown });
		if (!(thrown instanceof ReportError)) throw thrown;
		err(`${paintErr('error', 'error')}: ${place(thrown.line)}: ${oneLine(thrown.message)}\n`);
		return null;
	}
}

/** Nothing is piped in and no file is named. */
export function noReport(): CannotRun {
	return new CannotRun('No report. Name its file, or pipe a linter into this command (--help shows how)');
}

function opened({ streams }: Context, input: string, name: string): Promise<OpenReport> {
	if (input !== STANDARD_INPUT) return openReportFile(input);
	const stream = streams.input();
	if (stream === null) throw noReport();
	return openReportStream(stream, name);
}

/** Nothing reaches its destination before the whole report has been read. */
async function written(context: Context, report: OpenReport, input: string, options: OneRun): Promise<LinkResult> {
	const { destination, ...link } = options;
	const encoder = makeEncoder(report.encoding);
	if (destination.to === 'nowhere') return linkReport(report, { ...link, write: async () => {} });
	if (destination.to === 'stdout') {
		const spool = makeSpool();
		try {
			const result = await linkReport(report, { ...link, write: (chunk) => spool.write(encoder.push(chunk)) });
			await spool.write(encoder.end());
			for await (const chunk of spool.read()) if (!(await context.streams.output(chunk))) break;
			return result;
		} finally {
			await spool.close();
		}
	}
	const file = await replaceFile(destination.to === 'source' ? input : destination.path);
	try {
		const result = await linkReport(report, { ...link, write: (chunk) => file.write(encoder.push(chunk)) });
		if (destination.to === 'source' && result.edits === 0) {
			await file.abort();
			return result;
		}
		await file.write(encoder.end());
		await file.commit();
		return result;
	} catch (thrown) {
		await file.abort();
		throw thrown;
	}
}

function namedFormat(name: string) {
	try {
		return formatNamed(name);
	} catch (thrown) {
		throw thrown instanceof ReportError ? new CannotRun(thrown.message, { cause: thrown }) : thrown;
	}
}

/** `12 links to 5 rules; 3 codes have no rule (--unmapped lists them)`. */
export function linkSummary(codes: readonly SeenCode[], edits: number): string {
	if (codes.length === 0) return 'no codes in the report, nothing to link\n';
	const links = codes.reduce((total, { count, link }) => total + (link === null ? 0 : count), 0);
	const rules = new Set(codes.flatMap(({ link }) => link?.rules.map(({ id }) => id) ?? []));
	const without = codes.filter(({ link }) => link === null).length;
	const there = links > 0 && edits === 0 ? ', all there already' : '';
	const missing =
		without === 0
			? ''
			: `; ${counted(without, 'code')} ${without === 1 ? 'has' : 'have'} no rule (--unmapped lists them)`;
	return `${counted(links, 'link')} to ${counted(rules.size, 'rule')}${there}${missing}\n`;
}
