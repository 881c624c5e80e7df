import type { CodeLink } from '../catalog.ts';
import { printableAddress } from '../message-link.ts';
import type { Edit } from '../types.ts';
import type { ReportLine } from './lines.ts';

const HEADER = /^(?:# )?Rules:$/;
const ENTRY = /^(?:# )? {2}\S.* {2}https?:\/\/\S+$/;
/** A footer that is longer is written anew, whether it has changed or not. */
const LONGEST = 4 * 1024 * 1024;

/**
 * The list of rules that ends a text, like the one of ShellCheck. Notices the footer of an earlier run while the lines go by, and
 * is written in its place.
 */
export class Footer {
	readonly #rules = new Map<string, { readonly codes: Set<string>; readonly title: string }>();
	#asComment = false;
	/** The footer of an earlier run, as far as the last lines are one. */
	#old: { readonly start: number; text: string; entries: number } | null = null;
	#afterBlank = true;
	#newline = '';
	#lastEnd = '\n';

	/** Takes a line as a reader sees it. Returns whether it belongs to a footer, and so is no result. */
	take(line: ReportLine, text: string): boolean {
		this.#lastEnd = line.end;
		// What follows a carriage return makes a line end of it, which the next run would see.
		this.#newline ||= line.end || (line.text.endsWith('\r') ? '\r\n' : '');
		const isEntry = this.#old !== null && ENTRY.test(text);
		const isHeader = !isEntry && this.#afterBlank && HEADER.test(text);
		if (isHeader) this.#old = { start: line.start, text: '', entries: 0 };
		if (!isEntry && !isHeader) this.#old = null;
		this.#afterBlank = text.trim() === '';
		if (this.#old === null) return false;
		if (isEntry) this.#old.entries += 1;
		if (this.#old.text.length < LONGEST) this.#old.text += line.text + line.end;
		return true;
	}

	/** A code that the text names, and where it leads. `asComment` keeps a reader of TAP from stumbling over the footer. */
	add(code: string, { url, rules }: CodeLink, asComment: boolean): void {
		const [first] = rules;
		const title = rules.length === 1 ? oneLine(first?.title ?? '') : `${rules.length} rules`;
		const address = printableAddress(url);
		const rule = this.#rules.get(address) ?? { codes: new Set(), title };
		rule.codes.add(code);
		this.#rules.set(address, rule);
		this.#asComment ||= asComment;
	}

	/** The edit that makes the text, which has `size` bytes, end with the rules that were added; null when it does. */
	edit(size: number): Edit | null {
		const old = this.#old !== null && this.#old.entries > 0 ? this.#old : null;
		const text = this.#text();
		if (old !== null) {
			const same = Buffer.from(text).toString('latin1') === old.text;
			return same ? null : { start: old.start, end: size, text };
		}
		if (text === '') return null;
		const newline = this.#newline || '\n';
		const before = (this.#lastEnd === '' ? newline : '') + (this.#afterBlank ? '' : newline);
		return { start: size, end: size, text: before + text };
	}

	#text(): string {
		if (this.#rules.size === 0) return '';
		const newline = this.#newline || '\n';
		const mark = this.#asComment ? '# ' : '';
		const entries = [...this.#rules].map(
			([address, { codes, title }]) => `${mark}  ${[...codes].join(', ')}  ${title}  ${address}${newline}`,
		);
		return `${mark}Rules:${newline}${entries.join('')}`;
	}
}

/** A title that cannot end the line, nor steer the terminal or Azure's agent, which takes `##vso[` anywhere for a command. */
function oneLine(title: string): string {
	return title
		.replace(/[\p{C}\p{Z}]+/gu, ' ')
		.replace(/#(?=#)/g, '# ')
		.trim();
}
