import type { Element, ElementContent, Root } from 'hast';
import { toString as plainText } from 'hast-util-to-string';
import { readFenceMeta } from '../domain/fence-meta.ts';
import { hiddenSigns, splitAtHidden } from '../domain/hidden-signs.ts';
import { type CodeLine, lineHtml, wrapLine } from './code-line.ts';
import type { RenderContext } from './context.ts';
import { element, type PendingFence } from './handlers.ts';
import { comparePairs, type Differing } from './pairs.ts';

/**
 * After sanitising: code gets its colours, pairs the marks of their differences, headings their anchors, links and images
 * their addresses.
 */
export function finish(tree: Root, fences: readonly PendingFence[], context: RenderContext): void {
	const known = new Map<PendingFence, readonly CodeLine[]>();
	const linesOf = (fence: PendingFence): readonly CodeLine[] => {
		const lines = known.get(fence) ?? context.highlighter.lines(fence.code, fence.grammar);
		known.set(fence, lines);
		return lines;
	};
	const differing = comparePairs(tree, fences, linesOf);
	finishIn(tree, (node) => {
		const anchor = node.properties['dataAnchor'];
		if (typeof anchor === 'string') setAnchor(node, anchor);
		if (node.tagName === 'code') fillCode(node, fences, linesOf, differing);
		if (node.tagName === 'a') finishLink(node, context);
		// The box of a task says by itself whether it is ticked, and not what that means.
		if (node.tagName === 'input') node.properties['ariaLabel'] = 'Done';
		if (node.tagName === 'th' || node.tagName === 'td') alignByClass(node);
		return node.tagName === 'img' ? finishImage(node, context) : node;
	});
	frameHiddenText(tree);
}

/** Signs that cannot be seen, or that turn the text, get a frame; those of highlighted code have theirs already. */
function frameHiddenText(parent: Root | Element): void {
	for (const [index, node] of [...parent.children.entries()].reverse()) {
		if ('children' in node) frameHiddenText(node as Element);
		if (node.type !== 'text' || hiddenSigns(node.value).length === 0) continue;
		const pieces = splitAtHidden(node.value).map((piece): ElementContent => {
			if (typeof piece === 'string') return { type: 'text', value: piece };
			const frame = { className: ['sign'], dataSign: piece.code, role: 'img', ariaLabel: piece.label };
			return element('bdi', frame, [{ type: 'text', value: piece.sign }]);
		});
		parent.children.splice(index, 1, ...pieces);
	}
}

/**
 * Finishes every element below a node, parents before their children; what becomes of an element takes its place. What MDX
 * compiles has components between the elements, which the types of this tree do not know.
 */
function finishIn(parent: Root | Element, finished: (node: Element) => Element): void {
	for (const [index, node] of parent.children.entries()) {
		if (node.type === 'element') parent.children[index] = finished(node);
		if ('children' in node) finishIn(node as Element, finished);
	}
}

function setAnchor(node: Element, anchor: string): void {
	delete node.properties['dataAnchor'];
	node.properties['id'] = anchor;
	if (node.tagName === 'figure') return;
	const label = `Link to “${plainText(node).trim()}”`;
	node.children.push(
		element('a', { href: `#${encodeURIComponent(anchor)}`, className: ['anchor'], ariaLabel: label }, []),
	);
}

function fillCode(
	node: Element,
	fences: readonly PendingFence[],
	linesOf: (fence: PendingFence) => readonly CodeLine[],
	differing: Differing,
): void {
	const fence = fences[Number(node.properties['dataFence'] ?? Number.NaN)];
	if (fence === undefined) return;
	delete node.properties['dataFence'];
	const meta = readFenceMeta(fence.info);
	const { words, lines: own } = differing.get(fence) ?? {};
	const lines = linesOf(fence).map((line, index) =>
		wrapLine(lineHtml(line, words?.get(index)), index + 1, meta, own?.has(index) ?? false),
	);
	node.children = [{ type: 'raw', value: lines.join('\n') } as unknown as ElementContent];
}

function finishLink(node: Element, { resolve }: RenderContext): void {
	const href = node.properties['href'];
	const own =
		node.properties['className'] || 'dataFootnoteRef' in node.properties || 'dataFootnoteBackref' in node.properties;
	if (own) return;
	if (typeof href !== 'string') {
		// The sanitiser took the address away: the scheme was not harmless.
		toText(node, 'This link is not shown: only http, https and mailto are.');
		return;
	}
	const target = resolve(href, 'link');
	if (target.kind === 'page' || target.kind === 'file') node.properties['href'] = target.href;
	else if (target.kind === 'whole') node.properties['rel'] = ['noopener', 'nofollow', 'ugc'];
	else toText(node, target.kind === 'broken' ? 'This link leads nowhere.' : 'This file is not published.');
}

function toText(node: Element, title: string): void {
	node.tagName = 'span';
	node.properties = { className: ['broken-link'], title };
}

/** A local image is shown when it is there; a remote one becomes a link, since a page asks no other host for anything. */
function finishImage(node: Element, { resolve }: RenderContext): Element {
	const source = String(node.properties['src'] ?? '');
	const alt = String(node.properties['alt'] ?? '');
	const text: ElementContent[] = [{ type: 'text', value: alt === '' ? source : alt }];
	const target = resolve(source, 'image');
	if (target.kind === 'file') {
		node.properties['src'] = target.href;
		node.properties['loading'] = 'lazy';
		return node;
	}
	if (target.kind === 'whole' && source !== '') {
		return element('a', { href: source, rel: ['noopener', 'nofollow', 'ugc'] }, text);
	}
	return element('span', { className: ['missing-image'], title: 'This image is not there.' }, text);
}

/** `align` as a class: the attribute is obsolete, and inline styles are not allowed on the page. */
function alignByClass(node: Element): void {
	const align = node.properties['align'];
	delete node.properties['align'];
	if (typeof align === 'string') node.properties['className'] = [`align-${align}`];
}
