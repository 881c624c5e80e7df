import type { Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { infoOf, languageOf, readFenceMeta } from '../domain/fence-meta.ts';
import { comparePlaces, FILE_START } from '../domain/place.ts';
import type { Example, ExampleKind } from '../domain/rule.ts';
import type { ProseLabel } from './examples.ts';

/** Every labelled example of a tree, one for each fence, in order of reading; examples in prose included. */
export function listExamples(tree: Root, proseLabels: readonly ProseLabel[]): Example[] {
	const examples: Example[] = [];
	collect(tree.children, examples);
	for (const { label, node } of proseLabels) {
		const { line, column } = node.position?.start ?? FILE_START;
		const reason = reasonText(label.reason) ?? firstLine(label.rest);
		examples.push({ kind: label.kind, reason, language: null, title: null, place: { line, column } });
	}
	return examples.sort((a, b) => comparePlaces(a.place, b.place));
}

function collect(nodes: readonly RootContent[], examples: Example[]): void {
	for (const node of nodes) {
		if (node.type === 'example') addFences(node.children, node.label.kind, reasonText(node.label.reason), examples);
		else if (node.type === 'mdxJsxFlowElement') collectComponent(node, examples);
		else if ('children' in node) collect(node.children as RootContent[], examples);
	}
}

const componentKinds: Readonly<Record<string, ExampleKind>> = {
	Incorrect: 'incorrect',
	Correct: 'correct',
	Alternative: 'alternative',
};

/** `<Incorrect reason="…">` of a trusted pack's MDX. */
function collectComponent(node: Extract<RootContent, { type: 'mdxJsxFlowElement' }>, examples: Example[]): void {
	const kind = componentKinds[node.name ?? ''];
	if (kind === undefined) {
		collect(node.children, examples);
		return;
	}
	const reason = node.attributes.find(
		(attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'reason',
	);
	addFences(node.children, kind, typeof reason?.value === 'string' ? reason.value : null, examples);
}

function addFences(nodes: readonly RootContent[], kind: ExampleKind, reason: string | null, examples: Example[]): void {
	for (const node of nodes) {
		if (node.type === 'code') {
			const { line, column } = node.position?.start ?? FILE_START;
			const { title } = readFenceMeta(infoOf(node));
			examples.push({ kind, reason, language: languageOf(node), title, place: { line, column } });
		} else if ('children' in node) addFences(node.children as RootContent[], kind, reason, examples);
	}
}

function reasonText(reason: readonly RootContent[]): string | null {
	return (
		plainText({ type: 'root', children: [...reason] })
			.replace(/\s+/g, ' ')
			.trim() || null
	);
}

/** An example in prose has its reason where others have their code. */
function firstLine(rest: readonly RootContent[]): string | null {
	return (
		plainText({ type: 'root', children: [...rest] })
			.split('\n')[0]
			?.trim() || null
	);
}
