import type { Element, ElementContent } from 'hast';
import type { Code, FootnoteDefinition, FootnoteReference, Heading, Nodes, Table } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import { infoOf, languageOf, readFenceMeta } from '../domain/fence-meta.ts';
import type { ExampleNode } from '../domain/tree.ts';

/** One fence on its way to HTML: its place in the tree holds a number until the highlighted code takes it. */
export interface PendingFence {
	readonly code: string;
	readonly grammar: string | null;
	readonly info: string;
}

/** Longer code is folded by the page, and says how many lines it has. */
const foldedFrom = 41;

/**
 * How the nodes of a rule's tree become HTML elements, where Markdown's own way is not enough. Fences are put into `fences`.
 * `foldFrom` is the number of lines from which code may be folded.
 */
export function ruleHandlers(fences: PendingFence[], foldFrom = foldedFrom): Handlers {
	return {
		code: (_state: State, node: Code) => codeBlock(node, fences, foldFrom),
		example: exampleFigure,
		footnoteDefinition: (state: State, node: FootnoteDefinition) => (node.data?.isLost ? noteInPlace(state, node) : []),
		footnoteReference: (state: State, node: FootnoteReference) =>
			node.data?.isLost ? { type: 'text', value: noteLabel(node) } : defaultHandlers.footnoteReference(state, node),
		heading: (state: State, node: Heading) => {
			const made = defaultHandlers.heading(state, node);
			if (node.data?.anchor) made.properties['dataAnchor'] = node.data.anchor;
			return made;
		},
		paragraph: (state: State, node: Extract<Nodes, { type: 'paragraph' }>) => {
			const made = defaultHandlers.paragraph(state, node);
			if (node.data?.variant) made.properties['className'] = ['variant'];
			return made;
		},
		table: (state: State, node: Table) =>
			element('div', { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' }, [
				defaultHandlers.table(state, node),
			]),
	};
}

function codeBlock(node: Code, fences: PendingFence[], foldFrom: number): Element {
	const info = infoOf(node);
	const language = node.data?.grammar ?? languageOf(node) ?? 'text';
	fences.push({ code: node.value, grammar: node.data?.grammar ?? null, info });
	const { title } = readFenceMeta(info);
	const code = element('code', { className: [`language-${language}`], dataFence: String(fences.length - 1) }, []);
	const pre = element('pre', { tabIndex: 0 }, [code]);
	const caption =
		title === null ? [] : [element('div', { className: ['code-title'] }, [{ type: 'text', value: title }])];
	const lines = node.value.split('\n').length;
	const properties = { className: ['code'], ...(lines >= foldFrom && { dataLines: lines }) };
	return element('div', properties, [...caption, pre]);
}

function exampleFigure(state: State, node: ExampleNode): Element {
	const { kind, word, reason } = node.label;
	const spoken = state.all({ type: 'paragraph', children: [...reason] });
	const caption = element('figcaption', {}, [
		element('strong', {}, [{ type: 'text', value: word }]),
		...(spoken.length === 0
			? []
			: [
					{ type: 'text' as const, value: ' ' },
					element('span', { className: ['reason'] }, spoken as ElementContent[]),
				]),
	]);
	const firstCode = node.children.findIndex((child) => child.type === 'code');
	const prose = node.children
		.slice(0, firstCode)
		.filter((child) => !(child.type === 'paragraph' && child.data?.variant));
	const rest = node.children.filter((child) => !prose.includes(child));
	const text =
		prose.length === 0
			? []
			: [
					element(
						'div',
						{ className: ['example-text'] },
						state.all({ type: 'root', children: prose }) as ElementContent[],
					),
				];
	const code = state.all({ type: 'root', children: rest }) as ElementContent[];
	const properties = { className: ['example', kind], ...(node.anchor !== null && { dataAnchor: node.anchor }) };
	return element('figure', properties, [caption, ...text, ...code]);
}

/** A note to which nothing leads, as its author wrote it: the label before its text. */
function noteInPlace(state: State, node: FootnoteDefinition): ElementContent[] {
	const label = `${noteLabel(node)}:`;
	const content = state.all(node) as ElementContent[];
	const [first, ...others] = content;
	if (first?.type === 'element' && first.tagName === 'p') {
		return [{ ...first, children: [{ type: 'text', value: `${label} ` }, ...first.children] }, ...others];
	}
	return [element('p', {}, [{ type: 'text', value: label }]), ...content];
}

function noteLabel({ label, identifier }: FootnoteDefinition | FootnoteReference): string {
	return `[^${label ?? identifier}]`;
}

export function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
	return { type: 'element', tagName, properties, children };
}
