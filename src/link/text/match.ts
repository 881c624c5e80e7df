import type { LinterCode } from '../../domain/linter.ts';
import { findLinter } from '../../domain/linters.ts';
import type { LinePattern, LinkPlace } from './pattern.ts';
import { COMMON_PATTERNS, LINE_PATTERNS } from './patterns/list.ts';
import { visible } from './visible.ts';

/** A code in a line. */
export interface CodeInLine {
	/** What it may be called, the likeliest first. */
	readonly names: readonly LinterCode[];
	/** Where it stands in the visible text. */
	readonly start: number;
	readonly end: number;
}

/** What a line says. */
export interface LineMatch {
	/** Several when the linter has several names for one result; never none. */
	readonly codes: readonly [CodeInLine, ...CodeInLine[]];
	readonly place: LinkPlace;
	/** What the line after must look like for this to be true; null when it does not matter. */
	readonly next: RegExp | null;
}

export type LineMatcher = (line: string) => LineMatch | null;

/** What a bracket holds besides codes. */
const MARKS: ReadonlySet<string> = new Set(['-warnings-as-errors', '-Werror']);

/** What gives away which of the linters that write the same lines wrote a report. */
const SIGNS: readonly { readonly linter: string; readonly sign: RegExp }[] = [
	{ linter: 'ruff', sign: /^(?:Found \d{1,9} errors?\.|[^:\n]{1,1000}:\d{1,9}:\d{1,9}: [A-Z]{1,7}\d{3,4} \[\*\] )/m },
];

/** How to read the lines of a report that begins with `head`; of the linter `tool` alone when it is not null. */
export function lineMatcher(head: string, tool: string | null): LineMatcher {
	// Links of an earlier run stand around the codes.
	const shown = visible(head).text;
	const signed = SIGNS.filter(({ sign }) => sign.test(shown)).map(({ linter }) => linter);
	const patterns = patternsFor(tool).map((pattern) => ({ pattern, linters: linterNames(pattern, tool, signed) }));
	return (line) => {
		for (const { pattern, linters } of patterns) {
			const found = pattern.line.exec(line);
			const match = found === null ? null : matchOf(found, pattern, linters);
			if (match !== null) return match;
		}
		return null;
	};
}

function patternsFor(tool: string | null): readonly LinePattern[] {
	if (tool === null) return LINE_PATTERNS.filter(({ linters }) => linters.length > 0);
	const own = LINE_PATTERNS.filter(({ linters }) => linters.includes(nameOf(tool)));
	const any = LINE_PATTERNS.filter(({ linters }) => linters.length === 0);
	return own.some(({ place = 'footer' }) => place === 'footer')
		? [...own, ...any]
		: [...own, ...any, ...COMMON_PATTERNS];
}

function linterNames({ linters }: LinePattern, tool: string | null, signed: readonly string[]): readonly string[] {
	if (tool !== null) return [nameOf(tool)];
	return [...linters.filter((name) => signed.includes(name)), ...linters.filter((name) => !signed.includes(name))];
}

function nameOf(tool: string): string {
	return findLinter(tool)?.name ?? tool;
}

function matchOf(found: RegExpExecArray, pattern: LinePattern, linters: readonly string[]): LineMatch | null {
	const place = pattern.place ?? 'footer';
	const [start] = found.indices?.groups?.['code'] ?? [0];
	const codes: CodeInLine[] = [];
	let at = start;
	for (const written of (found.groups?.['code'] ?? '').split(',')) {
		const code = place === 'github' ? unescapeProperty(written) : written;
		const own = { start: at, end: at + written.length };
		at = own.end + 1;
		if (MARKS.has(code)) continue;
		if (code === '' || pattern.code?.test(code) === false) return null;
		const names = pattern.names?.(found.groups ?? {}) ?? [code];
		codes.push({ ...own, names: names.flatMap((name) => linters.map((linter) => ({ linter, code: name }))) });
	}
	const [first, ...others] = codes;
	return first === undefined ? null : { codes: [first, ...others], place, next: pattern.next ?? null };
}

/** As GitHub reads the property of a command. */
function unescapeProperty(text: string): string {
	return text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}
