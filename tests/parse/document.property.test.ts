import fc from 'fast-check';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse/document.ts';
import { renderBody } from '../../src/render/body.ts';
import type { RenderContext } from '../../src/render/context.ts';
import { createHighlighter } from '../../src/render/highlight.ts';

const highlighter = await createHighlighter();
const context: RenderContext = {
	highlighter,
	resolve: (url) => ({ kind: /^[a-z]+:/i.test(url) ? 'whole' : 'broken' }),
	trusted: false,
	titleAnchor: null,
};

const header = '---\ntitle: T\nimpact: HIGH\ntags: a\n---\n\n';
const parse = (text: string) =>
	parseDocument({ file: 'a.md', absolute: '/p/a.md', source: 'a.md', text, digest: '', fault: null }, 'md');

/** Pieces that Markdown, HTML, labels and YAML trip over. */
const piece = fc.oneof(
	fc.constantFrom(
		'**Incorrect:**',
		'**Correct (a (b) c):**',
		'## Incorrect',
		'```js\n',
		'```\n',
		'````\n',
		'~~~\n',
		'\n',
		'\n\n',
		'> ',
		'- ',
		'1. ',
		'   ',
		'\t',
		'<script>alert(1)</script>',
		'<img src=x onerror=alert(1)>',
		'[a](javascript:alert(1))',
		'![a](x.png)',
		'[^1]',
		'[^1]: b',
		'[a]: /b',
		'[a]',
		'|a|b|\n|-|-|\n',
		'<!--',
		'-->',
		'---\n',
		'# ',
		'\\',
		'`',
		'**',
		'*',
		'_',
		'{{x}}',
		'<T>',
		'&lt;',
		'\u0000',
		'\u202e',
		'\r\n',
		'错误：',
		'❌ ',
	),
	fc.string({ maxLength: 12, unit: 'binary' }),
);
const markdown = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

/** Every element of an HTML text, as a browser would read it. */
function elements(html: string): Element[] {
	const found: Element[] = [];
	visit(fromHtml(html, { fragment: true }), 'element', (node) => {
		found.push(node);
	});
	return found;
}

const harmlessTags =
	/^(?:a|bdi|blockquote|br|code|del|details|div|em|figcaption|figure|h[2-6]|hr|img|input|li|mark|ol|p|pre|section|span|strong|summary|sup|table|t-[cdfhiknrsvy]|tbody|td|th|thead|tr|ul)$/;

describe('whatever a body holds', () => {
	it('is parsed to a document whose places lie in the file', () => {
		fc.assert(
			fc.property(markdown, (body) => {
				const text = header + body;
				const lines = text.split(/\r\n|\n|\r/);
				const { document, diagnostics } = parse(text);
				expect(document).not.toBeNull();
				for (const { place } of [...diagnostics, ...(document?.examples ?? []), ...(document?.headings ?? [])]) {
					expect(place.line).toBeGreaterThanOrEqual(1);
					expect(place.line).toBeLessThanOrEqual(lines.length);
					expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
				}
			}),
			{ numRuns: 400 },
		);
	});

	it('shows every fence once, letter for letter, and runs nothing', async () => {
		await fc.assert(
			fc.asyncProperty(markdown, async (body) => {
				const { document } = parse(header + body);
				if (document === null) throw new Error('no document');
				const { lead, body: rest } = await renderBody(document.tree, context);
				const found = elements(lead + rest);
				const shown = found.filter(({ tagName }) => tagName === 'pre').map((pre) => plainText(pre));
				for (const fence of document.fences) {
					// A browser reads NUL as the replacement character and drops the first line end of a `pre`'s own text.
					expect(shown).toContain(fence.code.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd'));
				}
				for (const { tagName, properties } of found) {
					expect(tagName).toMatch(harmlessTags);
					expect(Object.keys(properties).filter((name) => /^(?:on|style$|srcdoc$)/i.test(name))).toEqual([]);
					expect(String(properties['href'] ?? '#')).toMatch(/^(?:https?:|mailto:|#|\.\.\/)/i);
					expect(String(properties['src'] ?? '../x')).toMatch(/^\.\.\//);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
