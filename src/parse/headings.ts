import GithubSlugger from 'github-slugger';
import type { Heading as HeadingNode, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import { FILE_START } from '../domain/place.ts';
import type { Heading } from '../domain/rule.ts';
import { walk } from '../domain/walk.ts';

/** Gives every heading of a tree its anchor, as GitHub would, and lists them in order. */
export function anchorHeadings(tree: Root): Heading[] {
	const slugger = new GithubSlugger();
	const headings: Heading[] = [];
	walk<Nodes>(tree, (node) => {
		if (node.type !== 'heading') return;
		const text = plainText(node).trim();
		// A heading of signs alone has no slug; `section` keeps its anchor from being empty.
		const id = slugger.slug(text === '' ? 'section' : text) || slugger.slug('section');
		node.data = { ...node.data, anchor: id };
		headings.push({ depth: node.depth, text, id, place: node.position?.start ?? FILE_START });
	});
	return headings.map((heading) => ({
		...heading,
		place: { line: heading.place.line, column: heading.place.column },
	}));
}

/**
 * Takes the first heading out of the tree when it only repeats the title, which the page shows anyway.
 * Returns its anchor, so that links to it still lead somewhere; null when the heading says something else.
 */
export function dropTitleHeading(tree: Root, title: string): string | null {
	const at = tree.children.findIndex((node) => node.type !== 'yaml' && node.type !== 'html');
	const first = tree.children[at];
	if (first?.type !== 'heading' || first.depth > 2) return null;
	if (fold(plainText(first)) !== fold(title)) return null;
	tree.children.splice(at, 1);
	return first.data?.anchor ?? null;
}

function fold(text: string): string {
	return text
		.replace(/[`*_\\]/g, '')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
}

/** Moves all headings so that the highest is `h2`: the page's `h1` is the title. */
export function shiftHeadings(tree: Root): void {
	const nodes: HeadingNode[] = [];
	walk<Nodes>(tree, (node) => {
		if (node.type === 'heading') nodes.push(node);
	});
	const shift = 2 - Math.min(...nodes.map((node) => node.depth), 6);
	if (shift === 0 || nodes.length === 0) return;
	for (const node of nodes) node.depth = Math.min(6, node.depth + shift) as HeadingNode['depth'];
}

/** Headings that repeat, other than labels of examples, and headings that skip a level. */
export function checkHeadings(
	file: string,
	headings: readonly Heading[],
	isLabel: (text: string) => boolean,
): Diagnostic[] {
	const found: Diagnostic[] = [];
	const lines = new Map<string, number>();
	let previous: Heading | null = null;
	for (const heading of headings) {
		const key = fold(heading.text);
		const line = lines.get(key);
		if (line !== undefined && !isLabel(heading.text)) {
			found.push(diagnostic('heading-repeated', file, heading.place, { text: heading.text, line }));
		}
		if (line === undefined) lines.set(key, heading.place.line);
		if (previous && heading.depth > previous.depth + 1) {
			found.push(diagnostic('heading-skipped', file, heading.place, { from: previous.depth, to: heading.depth }));
		}
		previous = heading;
	}
	return found;
}
