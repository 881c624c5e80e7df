import { unified } from '@astrojs/markdown-remark';
import type { Element, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseDocument } from '../../parse/document.ts';
import { createResolver } from '../../prepare/resolve.ts';
import { finish } from '../../render/finish.ts';
import { type PendingFence, ruleHandlers } from '../../render/handlers.ts';
import { createHighlighter, type Highlighter } from '../../render/highlight.ts';
import { folderOfFile, siteMap, sourceOf } from './sources.ts';

interface CompiledFile {
	/** Absolute. */
	readonly path: string;
}

/**
 * Makes @astrojs/mdx compile a rule the way the pipeline renders Markdown: the same parser, the same labels, the same
 * code. Only expressions and components are MDX's own.
 */
export function mdxProcessor() {
	const fences: PendingFence[] = [];
	let highlighter: Promise<Highlighter> | null = null;

	const parseAsRule = () => async (tree: Root, file: CompiledFile) => {
		const { document } = parseDocument(await sourceOf(file.path), 'mdx');
		if (document !== null) tree.children = document.tree.children;
	};

	const finishAsRule = () => async (tree: HtmlRoot, file: CompiledFile) => {
		const source = await sourceOf(file.path);
		highlighter ??= createHighlighter();
		const ready = await highlighter;
		await ready.load(fences.flatMap(({ grammar }) => grammar ?? []));
		const headings = parseDocument(source, 'mdx').document?.headings ?? [];
		const { resolve } = createResolver(source, folderOfFile(file.path), headings, siteMap());
		finish(tree, fences, { highlighter: ready, resolve, trusted: true, titleAnchor: null });
		visit(tree, 'element', rawToDirective);
	};

	return unified({
		smartypants: false,
		remarkPlugins: [parseAsRule],
		remarkRehype: { handlers: ruleHandlers(fences), footnoteLabel: 'Notes', clobberPrefix: 'note:' },
		rehypePlugins: [finishAsRule],
	});
}

/** MDX has no place for ready-made HTML in its tree; Astro takes it as a directive of the element around it. */
function rawToDirective(node: Element): void {
	const [only] = node.children as readonly { readonly type: string; readonly value?: string }[];
	if (only?.type !== 'raw') return;
	node.properties['set:html'] = only.value ?? '';
	node.children = [];
}
