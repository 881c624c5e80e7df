import type { LinterCode } from '../domain/linter.ts';
import { canonicalCode, isRule } from '../domain/linters.ts';
import { applyEdits } from './apply.ts';
import type { CodeLink, LinkCatalog } from './catalog.ts';
import { detectFormat } from './detect.ts';
import { type Edit, type LinkContext, type LinkWarning, type Report, ReportError, type ReportFormat } from './types.ts';

export interface LinkOptions extends Pick<LinkContext, 'tool' | 'repair' | 'taxonomy' | 'hyperlinks'> {
	readonly catalog: LinkCatalog;
	/** The format that `--from` names; null to tell it from the report. */
	readonly format: ReportFormat | null;
	/** Takes the linked report in UTF-8, piece by piece. What it took is of no use when linking fails. */
	readonly write: (chunk: Uint8Array) => Promise<void>;
}

/** A code that a report holds. */
export interface SeenCode {
	/** In the linter's own spelling. */
	readonly name: LinterCode;
	/** How many results have it. */
	readonly count: number;
	/** Null when no rule explains it. */
	readonly link: CodeLink | null;
}

export interface LinkResult {
	/** Null for an empty report, whose format need not be known. */
	readonly format: ReportFormat | null;
	/** How many places were changed: none on the second run. */
	readonly edits: number;
	/** In the order in which the report names them first. */
	readonly codes: readonly SeenCode[];
	readonly warnings: readonly LinkWarning[];
}

const BLOCK = 64 * 1024;
const REMEMBERED = 10_000;

const NOTHING =
	'No input. The linter wrote nothing to standard output. stylelint writes to standard error; use --output-file or 2>&1.';

/** Reads a report and writes it with the team's addresses. Throws `ReportError` for a report that cannot be read. */
export async function linkReport(report: Report, options: LinkOptions): Promise<LinkResult> {
	if (isEmpty(report)) return nothingRead(report, options);
	const format = options.format ?? detectFormat(report);
	const codes = new Map<string, { name: LinterCode; count: number; link: CodeLink | null }>();
	const canonical = remembering(canonicalCode);
	const warnings: LinkWarning[] = [];
	let count = 0;
	const context: LinkContext = {
		...options,
		catalog: { ...options.catalog, find: remembering(options.catalog.find) },
		saw: (code, link) => {
			const name = canonical(code);
			if (link === null && !isRule(name)) return;
			const key = `${name.linter}\n${name.code}`;
			const seen = codes.get(key) ?? { name, count: 0, link };
			seen.count += 1;
			// A standard beside one result may explain what the code alone does not.
			seen.link ??= link;
			codes.set(key, seen);
		},
		warn: (warning) => warnings.push(warning),
	};
	const edits = counting(format.edits(report, context), () => {
		count += 1;
	});
	for await (const chunk of inBlocks(applyEdits(report, edits))) await options.write(chunk);
	return { format, edits: count, codes: [...codes.values()], warnings };
}

/** Joins what is small: a report with an edit on every line would else be written in pieces of some bytes. */
async function* inBlocks(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
	let held: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		held.push(chunk);
		size += chunk.byteLength;
		if (size < BLOCK) continue;
		yield Buffer.concat(held);
		held = [];
		size = 0;
	}
	if (size > 0) yield Buffer.concat(held);
}

/** Answers of a million results are those of some hundred codes. A report of nothing but different codes fills no memory. */
function remembering<T>(
	ask: (code: LinterCode, standards?: readonly string[]) => T,
): (code: LinterCode, standards?: readonly string[]) => T {
	const answers = new Map<string, { readonly answer: T }>();
	return (code, standards = []) => {
		const key = JSON.stringify([code.linter, code.code, standards]);
		const known = answers.get(key);
		if (known !== undefined) return known.answer;
		const answer = ask(code, standards);
		if (answers.size < REMEMBERED) answers.set(key, { answer });
		return answer;
	};
}

async function* counting(edits: AsyncIterable<Edit>, count: () => void): AsyncIterable<Edit> {
	for await (const edit of edits) {
		count();
		yield edit;
	}
}

function isEmpty({ size, head }: Report): boolean {
	return head.trim() === '' && size <= Buffer.byteLength(head);
}

/**
 * Nothing at all is a clean run only for formats that say so, or when the caller has named the linter: some write plain text,
 * and nothing when they find nothing.
 */
async function nothingRead(report: Report, { format, tool, write }: LinkOptions): Promise<LinkResult> {
	if (format === null ? tool === null : format.emptyIsClean !== true) {
		throw new ReportError(NOTHING);
	}
	for await (const chunk of report.read()) await write(chunk);
	return { format, edits: 0, codes: [], warnings: [{ message: 'nothing to link: the report is empty', line: null }] };
}
