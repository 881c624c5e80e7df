import type { CodeLink } from '../catalog.ts';
import { type Escaping, messageLink, printableAddress } from '../message-link.ts';
import type { Edit, LinkContext, Report } from '../types.ts';
import { Footer } from './footer.ts';
import { linesOf, type ReportLine } from './lines.ts';
import { type CodeInLine, type LineMatch, lineMatcher } from './match.ts';
import { type VisibleLine, visible } from './visible.ts';

/** As GitHub reads the message of a command. */
const GITHUB: Escaping = {
	encode: (text) => text.replaceAll('%', '%25'),
	decode: (text) => text.replaceAll('%25', '%'),
};

/** As Azure's agent reads it: only what it would take for one of its own signs has to be guarded. */
const AZURE: Escaping = {
	encode: (text) => text.replace(/%(?=AZP25|3B|0D|0A|5D)/gi, '%AZP25'),
	decode: (text) => text.replaceAll('%AZP25', '%'),
};

interface SeenLine {
	readonly line: ReportLine;
	readonly shown: VisibleLine;
	readonly match: LineMatch;
}

/** The edits that put the addresses of rules into a text, line by line, and into its footer. */
export async function* textEdits(report: Report, context: LinkContext): AsyncIterable<Edit> {
	const match = lineMatcher(report.head, context.tool);
	const footer = new Footer();
	/** Waits for the line after it. */
	let waiting: SeenLine | null = null;
	for await (const lines of linesOf(report.read())) {
		for (const line of lines) {
			const shown = visible(line.text);
			if (waiting?.match.next?.test(shown.text) === true) yield* linked(waiting, context, footer);
			waiting = null;
			if (footer.take(line, shown.text)) continue;
			const found = match(shown.text);
			if (found === null) continue;
			const seen = { line, shown, match: found };
			if (found.next === null) yield* linked(seen, context, footer);
			else waiting = seen;
		}
	}
	const last = footer.edit(report.size);
	if (last !== null) yield last;
}

function linked(seen: SeenLine, { catalog, saw, hyperlinks }: LinkContext, footer: Footer): readonly Edit[] {
	const { codes, place } = seen.match;
	const standards = seen.line.text.match(/\bCWE-\d{1,6}\b/g) ?? [];
	const found = codes.flatMap((code) => linkOf(code, (name) => catalog.find(name)));
	const links = found.length > 0 ? found : linkOf(codes[0], (name) => catalog.find(name, standards));
	const [first] = links;
	const [unknown] = codes[0].names;
	if (first !== undefined) saw(first.name, first.link);
	else if (unknown !== undefined) saw(unknown, null);
	if (place === 'github' || place === 'azure') return inMessage(seen, first?.link.url ?? null, catalog.url);
	for (const { written, link } of links) footer.add(written(seen.shown.text), link, place === 'comment');
	return hyperlinks ? links.flatMap(({ code, link }) => around(seen, code, link.url)) : [];
}

/** Where a code leads by the first of its names that leads anywhere. */
function linkOf(code: CodeInLine, find: (name: CodeInLine['names'][number]) => CodeLink | null) {
	const written = (text: string) => text.slice(code.start, code.end);
	for (const name of code.names) {
		const link = find(name);
		if (link !== null) return [{ code, name, link, written }];
	}
	return [];
}

function inMessage({ line, match }: SeenLine, url: string | null, site: string): readonly Edit[] {
	const [mark, escaping] = match.place === 'azure' ? ([']', AZURE] as const) : (['::', GITHUB] as const);
	const tail = line.text.slice(line.text.indexOf(mark, mark.length) + mark.length);
	const edit = messageLink({ tail, whole: true, end: line.start + line.text.length }, url, site, escaping);
	return edit === null ? [] : [edit];
}

/** An OSC 8 link around a code; one that is there gets the address. */
function around({ line, shown }: SeenLine, { start, end }: CodeInLine, url: string): readonly Edit[] {
	const address = printableAddress(url);
	const old = shown.links.find((link) => link.start < end && start < link.end);
	if (old !== undefined) {
		if (line.text.slice(old.urlStart, old.urlEnd) === address) return [];
		return [{ start: line.start + old.urlStart, end: line.start + old.urlEnd, text: address }];
	}
	const before = line.start + shown.at(start);
	const after = line.start + shown.at(end - 1) + 1;
	return [
		{ start: before, end: before, text: `\x1b]8;;${address}\x1b\\` },
		{ start: after, end: after, text: '\x1b]8;;\x1b\\' },
	];
}
