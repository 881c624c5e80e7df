import type { LinterCode } from '../../domain/linter.ts';
import { setMember } from '../json/edit.ts';
import { linkMessage } from '../json/message.ts';
import { type JsonNode, member, textAt } from '../json/node.ts';
import { type JsonPattern, selectJson, selectJsonLines } from '../json/select.ts';
import { type Edit, type LinkContext, type Report, ReportError } from '../types.ts';
import { NO_TOOL } from './no-tool.ts';

/** What one result of a report says, and how its link is written. */
export interface JsonResult {
	/** Null for a code of a linter that the report does not name. */
	readonly code: LinterCode | null;
	/** What else the report says of the result, in any spelling: `CWE-95`. */
	readonly standards?: readonly string[];
	/** The changes that write the address, in ascending order; without one, those that take away what an earlier run wrote. */
	readonly link: (url: string | null, title: string) => readonly (Edit | null)[];
}

/** A report with results that each carry their own link. */
export interface ResultsReader {
	/** Where the results are. */
	readonly patterns: readonly JsonPattern[];
	/** Whether there is one value a line. */
	readonly lines?: boolean;
	/** Null for a result without a code. */
	readonly read: (node: JsonNode) => JsonResult | null;
}

/** Links every result. Throws ReportError when there are codes and all are of a linter that nothing names. */
export async function* linkResults(report: Report, context: LinkContext, reader: ResultsReader): AsyncGenerator<Edit> {
	const select = reader.lines ? selectJsonLines : selectJson;
	let known = 0;
	let unknown = 0;
	for await (const { node } of select(report, reader.patterns, context.warn)) {
		const result = reader.read(node);
		if (result === null) continue;
		if (result.code === null) {
			unknown += 1;
			continue;
		}
		known += 1;
		const link = context.catalog.find(result.code, result.standards ?? []);
		context.saw(result.code, link);
		const title = link?.rules.length === 1 ? link.rules[0]?.title : undefined;
		for (const edit of result.link(link?.url ?? null, title ?? result.code.code)) if (edit !== null) yield edit;
	}
	if (unknown === 0) return;
	if (known === 0) throw new ReportError(NO_TOOL);
	const results = unknown === 1 ? '1 result does' : `${unknown.toLocaleString('en')} results do`;
	context.warn({ message: `${results} not say which linter found them; --tool names it`, line: null });
}

/** The code at a key of a result, which may be a number; null when there is none. */
export function codeAt(node: JsonNode, ...keys: readonly string[]): string | null {
	const found = member(node, ...keys);
	if (found?.type === 'number') return found.raw;
	const text = found?.type === 'string' ? found.value.trim() : '';
	return text === '' ? null : text;
}

/**
 * A link that stands in a field of the result. A linter's own address there gives way to the team's, and is not known any more
 * when the team's goes: the field stays as it is.
 */
export function inField(node: JsonNode, field: string): JsonResult['link'] {
	return (url) => (node.type === 'object' && url !== null ? [setMember(node, field, url)] : []);
}

/** A link that ends a message, for formats without a field. */
export function inMessage(message: JsonNode | null, { catalog }: LinkContext): JsonResult['link'] {
	return (url) => [linkMessage(message, url, catalog.url)];
}

/** The first text at a path, from a pass of its own over the report; null when it is nowhere. */
export async function firstText(report: Report, path: string): Promise<string | null> {
	for await (const { node } of selectJson(report, [path])) return textAt(node);
	return null;
}
