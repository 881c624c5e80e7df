import type { RenderedBody } from '../../src/domain/rule.ts';
import { parseDocument } from '../../src/parse/document.ts';
import { renderBody } from '../../src/render/body.ts';
import type { LinkTarget } from '../../src/render/context.ts';
import { createHighlighter } from '../../src/render/highlight.ts';

const highlighter = await createHighlighter();

/** The HTML of a rule with this body; every local link leads to `target`. */
export async function render(
	body: string,
	trusted = false,
	target: LinkTarget = { kind: 'broken' },
): Promise<RenderedBody> {
	const text = `---\ntitle: Close what you open\nimpact: HIGH\nimpactDescription: stops leaks\ntags: a\n---\n\n${body}`;
	const source = { file: 'a.md', absolute: '/p/a.md', source: 'a.md', text, digest: '', fault: null };
	const { document } = parseDocument(source, trusted ? 'html' : 'md');
	if (document === null) throw new Error('no document');
	const resolve = (url: string): LinkTarget => (/^(?:[a-z]+:|\/\/)/i.test(url) ? { kind: 'whole' } : target);
	return renderBody(document.tree, { highlighter, resolve, trusted, titleAnchor: document.titleAnchor });
}
