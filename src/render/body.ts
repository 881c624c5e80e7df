import type { Nodes as HtmlNodes, Root as HtmlRoot } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { RenderedBody } from '../domain/rule.ts';
import type { ExampleNode } from '../domain/tree.ts';
import { walk } from '../domain/walk.ts';
import type { RenderContext } from './context.ts';
import { finish } from './finish.ts';
import { type PendingFence, ruleHandlers } from './handlers.ts';
import { bodySchema } from './schema.ts';

/** The lead is what the reader came for: only very long code is folded there. */
const leadFoldedFrom = 61;

/** Renders a rule's tree. The first incorrect and correct example are set apart as the lead; nothing else changes its place. */
export async function renderBody(tree: Root, context: RenderContext): Promise<RenderedBody> {
	await context.highlighter.load(grammarsOf(tree));
	const pair = leadPair(tree);
	const others = tree.children.filter((node) => !pair.includes(node as ExampleNode));
	return {
		lead: pair.length === 0 ? '' : render({ type: 'root', children: pair }, tree, context, 'lead:', leadFoldedFrom),
		body: render({ type: 'root', children: others }, tree, context, ''),
		titleAnchor: context.titleAnchor,
	};
}

/** The first incorrect and the first correct example of the top level, in the author's order; none unless both are there. */
function leadPair(tree: Root): ExampleNode[] {
	const examples = tree.children.filter((node): node is ExampleNode => node.type === 'example');
	const incorrect = examples.find((example) => example.label.kind === 'incorrect');
	const correct = examples.find((example) => example.label.kind === 'correct');
	return incorrect && correct ? examples.filter((example) => example === incorrect || example === correct) : [];
}

/** Link definitions and footnotes belong to the whole text, so each part is rendered with all of them at hand, under ids of its own. */
function render(part: Root, whole: Root, context: RenderContext, prefix: string, foldFrom?: number): string {
	const notes = `${prefix}note:`;
	const fences: PendingFence[] = [];
	const html = toHast(
		{ type: 'root', children: [...definitionsOf(whole), ...part.children] },
		{
			handlers: ruleHandlers(fences, foldFrom),
			allowDangerousHtml: context.trusted,
			footnoteLabel: 'Notes',
			clobberPrefix: notes,
		},
	) as HtmlRoot;
	const safe = context.trusted ? html : (sanitize(html, bodySchema) as HtmlRoot);
	nameNotes(safe, `${notes}label`);
	finish(safe, fences, context);
	return toHtml(safe, { allowDangerousHtml: true }).trim();
}

/** The heading of the notes has one id on every page that this library makes; a page of two parts has it twice. */
function nameNotes(tree: HtmlRoot, label: string): void {
	walk<HtmlNodes>(tree, (node) => {
		if (node.type !== 'element') return;
		if (node.properties['id'] === 'footnote-label') node.properties['id'] = label;
		if (node.properties['ariaDescribedBy'] !== undefined) node.properties['ariaDescribedBy'] = [label];
	});
}

/** The first definition of a name holds, wherever it stands. Notes that are shown where they stand are none to look up. */
function definitionsOf(whole: Root): RootContent[] {
	const definitions: RootContent[] = [];
	walk<Nodes>(whole, (node) => {
		if (node.type === 'definition' || (node.type === 'footnoteDefinition' && !node.data?.isLost)) {
			definitions.push(node);
		}
	});
	return definitions;
}

function grammarsOf(tree: Root): Set<string> {
	const grammars = new Set<string>();
	walk<Nodes>(tree, (node) => {
		if (node.type === 'code' && node.data?.grammar) grammars.add(node.data.grammar);
	});
	return grammars;
}
