import { Parser } from 'commonmark';

/** A fence as commonmark.js, the reference parser, reads it: a fault of our own parser cannot hide itself. */
export interface SourceFence {
	/** Line of the file on which it begins, from 1. */
	readonly line: number;
	readonly code: string;
}

const parser = new Parser();

/** All fences of a Markdown text, without its frontmatter; indented code is left out. */
export function sourceFences(text: string): SourceFence[] {
	const whole = text.replace(/\r\n?/g, '\n');
	const frontmatter = /^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(whole)?.[0] ?? '';
	const above = frontmatter.split('\n').length - 1;
	const walker = parser.parse(whole.slice(frontmatter.length)).walker();
	const fences: SourceFence[] = [];
	for (let event = walker.next(); event; event = walker.next()) {
		const { node } = event;
		if (!event.entering || node.type !== 'code_block' || node.info === null) continue;
		fences.push({ line: node.sourcepos[0][0] + above, code: (node.literal ?? '').replace(/\n$/, '') });
	}
	return fences;
}
