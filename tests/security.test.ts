import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { VECTORS } from '../bench/xss/vectors.ts';
import { markdownText } from '../src/formats/markdown-text.ts';
import { inlineHtml, plainText } from '../src/site/html/text.ts';
import { render } from './render/render-rule.ts';

/** What an element of an author's text may be, and its attributes; `bench/xss` opens the same vectors in a browser. */
const harmless =
	/^(?:a|bdi|blockquote|br|code|del|details|div|em|figcaption|figure|h[2-6]|hr|img|input|li|mark|ol|p|pre|section|span|strong|summary|sup|table|t-[cdfhiknrsvy]|tbody|td|th|thead|tr|ul)$/;
const alive = /^(?:on.*|style|srcdoc|formaction|action|ping|background|srcset|name|target)$/i;

function expectHarmless(html: string, vector: string): void {
	const ids = new Set<string>();
	visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
		expect(tagName, vector).toMatch(harmless);
		expect(Object.keys(properties).filter((name) => alive.test(name))).toEqual([]);
		expect(String(properties['href'] ?? '#'), vector).toMatch(/^(?:https?:|mailto:|#|[\\/]{2})/i);
		expect(properties['src'], vector).toBeUndefined();
		const id = properties['id'];
		if (id === undefined) return;
		expect(ids.has(String(id)), `${id} twice: ${vector}`).toBe(false);
		ids.add(String(id));
	});
}

function bodyOf(vector: string): string {
	const line = vector.replace(/\s+/g, ' ');
	const example = (kind: string) => `**${kind} (${line}):**\n\n~~~~~~text title="${line}"\n${vector}\n~~~~~~`;
	return [
		vector,
		`## ${line}`,
		`[${line}](https://example.org) [a](${line}) [a](<${line}>) [a](x "${line}") ![${line}](x.png) ![a](${line}) <${line}>`,
		`[${line}]: ${line}\n\n| ${line} |\n|:-:|\n| \`${line}\` |\n\n[^n${line}]\n\n[^n${line}]: ${line}`,
		`> - ${line}`,
		example('Incorrect'),
		example('Correct'),
	].join('\n\n');
}

describe('vectors of cross-site scripting', () => {
	it('are more than 300, each another one', () => {
		expect(new Set(VECTORS).size).toBe(VECTORS.length);
		expect(VECTORS.length).toBeGreaterThan(300);
	});

	it('bring nothing to life in the body of a rule', { timeout: 120_000 }, async () => {
		for (const vector of VECTORS) {
			const { lead, body } = await render(bodyOf(vector.toWellFormed()));
			expectHarmless(`${lead}${body}`, vector);
		}
	});

	it('are text in titles and attributes, letter for letter', () => {
		for (const vector of VECTORS) {
			expectHarmless(inlineHtml(vector), vector);
			expectHarmless(`<p title="${inlineHtml(plainText(vector))}">`, vector);
		}
	});

	it('leave nothing of HTML unescaped in the Markdown of reports', () => {
		for (const vector of VECTORS) {
			expect(markdownText(vector).replace(/\\[^\s\w]/g, ''), vector).not.toMatch(/[<>[\]`]/);
		}
	});
});

it('reads a title of nothing but backticks in one go, however many there are', () => {
	const title = `${'`'.repeat(40_000)}${'x'.repeat(200_000)}`;
	expect(inlineHtml(title)).toBe(title);
	expect(inlineHtml('```a`')).toBe('```a`');
	expect(inlineHtml('``a`b`` `c`')).toBe('<code>a`b</code> <code>c</code>');
});
