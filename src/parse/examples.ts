import type { Heading, Paragraph, Parents, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { ExampleNode } from '../domain/tree.ts';
import { type Label, lastBreak, readLabel, readLabelsBelow } from './labels.ts';
import { markVariants, namesLanguage, namesVariant } from './variants.ts';

/** A label whose example is told in words, or that stands over a whole part of the text. It stays where it is. */
export interface ProseLabel {
	readonly label: Label;
	readonly node: Paragraph | Heading;
}

/** How many blocks of prose may stand between a label and its fence. */
const mostProse = 4;

/**
 * Finds the labelled examples of a tree and gathers each label with its fences into one `example` node, in place.
 * A heading that labels a part with more than its code in it stays a heading; each fence below it becomes an example of its own.
 * Works in every container: root, list items, block quotes. Returns the labels that no fence follows.
 */
export function gatherExamples(parent: Parents, text: string): ProseLabel[] {
	const prose: ProseLabel[] = [];
	gatherIn(parent, text, prose);
	return prose;
}

function gatherIn(parent: Parents, text: string, prose: ProseLabel[]): void {
	const nodes = parent.children as RootContent[];
	const gathered: RootContent[] = [];
	let part: { label: Label; depth: number; found: boolean; heading: Heading } | null = null;
	const closePart = (): void => {
		if (part && !part.found) prose.push({ label: part.label, node: part.heading });
		part = null;
	};
	for (let index = 0; index < nodes.length; ) {
		const node = nodes[index];
		if (node === undefined) break;
		const label = node.type === 'paragraph' || node.type === 'heading' ? readLabel(node, text) : null;
		if (node.type === 'heading' && part && node.depth <= part.depth) closePart();
		if (label && node.type === 'heading') {
			const end = endOfPart(nodes, index, node.depth);
			const whole = wholePart(nodes, index, end, text);
			if (whole) {
				gathered.push(exampleNode(label, whole, node));
				index = end;
				continue;
			}
			const opens = !label.bySign || nodes.slice(index + 1, end).some((inner) => inner.type === 'code');
			if (opens) {
				closePart();
				part = { label, depth: node.depth, found: false, heading: node };
			}
		} else if (label && node.type === 'paragraph') {
			const end = endOfExample(nodes, index, label, text);
			if (end !== null) {
				const children = nodes.slice(index + 1, end) as ExampleNode['children'];
				if (label.rest.length > 0) children.unshift({ type: 'paragraph', children: [...label.rest] });
				gathered.push(exampleNode(label, children, node));
				if (part) part.found = true;
				index = end;
				continue;
			}
			if (!label.bySign && label.form === 'bold') {
				const below = readLabelsBelow(node, text);
				if (below.length > 0) breakLines(node);
				for (const one of [label, ...below]) prose.push({ label: one, node });
			}
		} else if (node.type === 'code' && part) {
			gathered.push(exampleNode(part.label, [node], node));
			part.found = true;
			index++;
			continue;
		}
		if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table') {
			gatherIn(node as Parents, text, prose);
		}
		gathered.push(node);
		index++;
	}
	closePart();
	parent.children = gathered as typeof parent.children;
}

function exampleNode(label: Label, children: ExampleNode['children'], at: RootContent): ExampleNode {
	return {
		type: 'example',
		label: { kind: label.kind, word: label.word, reason: label.reason },
		anchor: at.type === 'heading' ? (at.data?.anchor ?? null) : null,
		children: markVariants(children),
		...(at.position && { position: at.position }),
	};
}

function endOfPart(nodes: readonly RootContent[], start: number, depth: number): number {
	for (let index = start + 1; index < nodes.length; index++) {
		const node = nodes[index];
		if (node?.type === 'heading' && node.depth <= depth) return index;
	}
	return nodes.length;
}

/** The blocks below a heading label when they are little prose and then only code; null for a part with more in it. */
function wholePart(
	nodes: readonly RootContent[],
	start: number,
	end: number,
	text: string,
): ExampleNode['children'] | null {
	const below = nodes.slice(start + 1, end);
	const firstCode = below.findIndex((node) => node.type === 'code');
	if (firstCode < 0 || firstCode > mostProse) return null;
	const fits = below.every((node, index) =>
		index < firstCode
			? (node.type === 'paragraph' && readLabel(node, text) === null) || node.type === 'list'
			: node.type === 'code',
	);
	return fits ? (below as ExampleNode['children']) : null;
}

/** Index after the last fence of a paragraph's example; null when no fence belongs to it. */
function endOfExample(nodes: readonly RootContent[], start: number, label: Label, text: string): number | null {
	let index = start + 1;
	const furthest = label.bySign || label.form === 'plain' ? start + 1 : start + 1 + mostProse;
	while (index < nodes.length && nodes[index]?.type !== 'code') {
		const node = nodes[index];
		const isProse = node?.type === 'paragraph' || node?.type === 'list' || node?.type === 'blockquote';
		const variant = node?.type === 'paragraph' && namesVariant(node, nodes[index + 1], text);
		if (!isProse || (index >= furthest && !variant)) return null;
		if (node.type === 'paragraph' && !variant && (isLeadIn(node) || readLabel(node, text) !== null)) return null;
		if (node.type !== 'paragraph' && holdsCode(node)) return null;
		index++;
	}
	if (index >= nodes.length) return null;
	while (index < nodes.length) {
		const node = nodes[index];
		if (node?.type === 'code') index++;
		else if (node?.type === 'paragraph' && namesLanguage(node) && nodes[index + 1]?.type === 'code') index += 2;
		else break;
	}
	return index;
}

function holdsCode(node: RootContent): boolean {
	if (node.type === 'code') return true;
	return 'children' in node && node.children.some((child) => holdsCode(child as RootContent));
}

/** Labels that stand in lines of their own stay in lines of their own on the page. */
function breakLines(node: Paragraph): void {
	node.children = node.children.flatMap((child, index) => {
		const next = node.children[index + 1];
		const end = child.type === 'text' && next?.type === 'strong' ? lastBreak(child.value) : -1;
		if (child.type !== 'text' || end === -1) return [child];
		return [{ ...child, value: child.value.slice(0, end) }, { type: 'break' as const }];
	});
}

/** `**Note:** …` and its like begin something else; the label before them has no fence. */
function isLeadIn(node: Paragraph): boolean {
	return node.children[0]?.type === 'strong' && /[:：]\s*$/.test(plainText(node.children[0]));
}
