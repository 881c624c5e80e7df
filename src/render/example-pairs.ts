import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx';
import type { ExampleKind } from '../domain/rule.ts';
import { walk } from '../domain/walk.ts';

export type Container = Root | Element;
/** A figure, or a component of MDX that becomes one. */
export type Example = Element | MdxJsxFlowElementHast;

/** An incorrect example and the correct one that belongs to it. */
export interface ExamplePair {
	readonly incorrect: Example;
	readonly correct: Example;
	/** Whichever of both comes second. */
	readonly last: Example;
}

const components: Readonly<Record<string, ExampleKind>> = {
	Incorrect: 'incorrect',
	Correct: 'correct',
	Alternative: 'alternative',
};

/** Everything in a tree that holds examples, the tree itself included. */
export function exampleContainers(tree: Root): Container[] {
	const found: Container[] = [tree];
	walk<Nodes>(tree, (node) => {
		if (node.type === 'element' && node.children.some((child) => asExample(child) !== null)) found.push(node);
	});
	return found;
}

/**
 * The pairs of a container: each incorrect example with the next correct one that no heading parts from it; where there
 * is but one of each, these two in either order.
 */
export function pairsIn({ children }: Container): ExamplePair[] {
	const of = (kind: ExampleKind): Example[] => children.flatMap((node) => asExample(node, kind) ?? []);
	const [incorrect, correct] = [of('incorrect'), of('correct')];
	const [wrong, right] = [incorrect[0], correct[0]];
	if (wrong && right && incorrect.length === 1 && correct.length === 1) {
		const last = children.indexOf(wrong) < children.indexOf(right) ? right : wrong;
		return [{ incorrect: wrong, correct: right, last }];
	}
	const pairs: ExamplePair[] = [];
	let open: Example | null = null;
	for (const node of children) {
		const second = asExample(node, 'correct');
		if (node.type === 'element' && /^h\d$/.test(node.tagName)) open = null;
		else if (second === null) open = asExample(node, 'incorrect') ?? open;
		else if (open) {
			pairs.push({ incorrect: open, correct: second, last: second });
			open = null;
		}
	}
	return pairs;
}

/** The node as an example of a kind, or of any; null when it is none. */
function asExample(node: RootContent | ElementContent, kind?: ExampleKind): Example | null {
	if (node.type === 'mdxJsxFlowElement') {
		const own = components[node.name ?? ''];
		return own !== undefined && (kind ?? own) === own ? node : null;
	}
	if (node.type !== 'element' || node.tagName !== 'figure') return null;
	const classes = node.properties['className'];
	return Array.isArray(classes) && classes.includes('example') && classes.includes(kind ?? 'example') ? node : null;
}
