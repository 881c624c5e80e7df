import { describe, expect, it } from 'vitest';
import type { LinkTarget } from '../../src/render/context.ts';
import { render } from './render-rule.ts';

const pair = '**Incorrect (slow):**\n\n```js\nlet a\n```\n\nBecause.\n\n**Correct:**\n\n```js\nlet b\n```\n';

describe('the lead', () => {
	it('is the first incorrect and correct example; the rest keeps its order', async () => {
		const { lead, body } = await render(`Intro.\n\n${pair}\n**Also correct:**\n\n\`\`\`js\nlet c\n\`\`\`\n`);
		expect(lead.match(/<figure class="example (?:in)?correct">/g)).toHaveLength(2);
		expect(lead.indexOf('incorrect')).toBeLessThan(lead.indexOf('example correct'));
		expect(body).toMatch(/^<p>Intro.<\/p>\n<p>Because.<\/p>\n<figure class="example alternative">/);
	});

	it('is empty when one side is missing', async () => {
		const { lead, body } = await render('**Correct:**\n\n```js\nlet b\n```\n');
		expect(lead).toBe('');
		expect(body).toContain('<figure class="example correct">');
	});
});

describe('what the page shows anyway is not said twice', () => {
	it('drops a first heading that is the title, and keeps its anchor', async () => {
		const { body, titleAnchor } = await render('## Close what you open\n\nText.\n\n### Why\n');
		expect(titleAnchor).toBe('close-what-you-open');
		expect(body).toMatch(/^<p>Text.<\/p>\n<h2 id="why">Why/);
	});

	it('keeps a first heading that says something else', async () => {
		expect((await render('# Closing\n\n## Why\n')).body).toMatch(/^<h2 id="closing">.*\n<h3 id="why">/);
	});

	it.each([
		['**Impact: HIGH (stops leaks)**', false],
		['**Impact: HIGH**', false],
		['**Impact: HIGH (stops other things)**', true],
		['**Impact: LOW (stops leaks)**', true],
	])('%s', async (line, kept) => {
		expect((await render(`${line}\n\nText.`)).body.includes('Impact:')).toBe(kept);
	});
});

describe('text of an untrusted pack is text, letter for letter', () => {
	it.each([
		['Use <script setup> here', 'Use &#x3C;script setup> here'],
		['`Ref<T>` and Ref<T>', '<code>Ref&#x3C;T></code> and Ref&#x3C;T>'],
		['</Aside>', '&#x3C;/Aside>'],
		['{{fn}} and {a}', '{{fn}} and {a}'],
		['<Tabs>\n**bold**\n</Tabs>', '<strong>bold</strong>'],
		['<img src=x onerror=alert(1)>', '&#x3C;img src=x onerror=alert(1)>'],
	])('%s', async (markdown, html) => {
		expect((await render(markdown)).body).toContain(html);
	});

	it('hides comments, as their author meant', async () => {
		expect((await render('<!-- prettier-ignore -->\n\nText <!-- inside --> here.')).body).toBe('<p>Text  here.</p>');
	});

	it('keeps HTML of a trusted pack', async () => {
		expect((await render('<details><summary>More</summary>Text</details>', true)).body).toContain('<details>');
	});
});

describe('links and images', () => {
	it.each<[string, LinkTarget, string]>([
		['[a](other.md)', { kind: 'page', href: '../other/' }, '<a href="../other/">a</a>'],
		['[a](gone.md)', { kind: 'broken' }, '<span class="broken-link" title="This link leads nowhere.">a</span>'],
		['[a](x.py)', { kind: 'unpublished' }, '<span class="broken-link" title="This file is not published.">a</span>'],
		['[a](https://example.org)', { kind: 'whole' }, '<a href="https://example.org" rel="noopener nofollow ugc">a</a>'],
		['[a](javascript:alert(1))', { kind: 'whole' }, '<span class="broken-link"'],
		[
			'![a](a.png)',
			{ kind: 'file', href: '../../../pack-files/p/a.png' },
			'<img src="../../../pack-files/p/a.png" alt="a" loading="lazy">',
		],
		['![a](gone.png)', { kind: 'broken' }, '<span class="missing-image" title="This image is not there.">a</span>'],
		[
			'![a](https://example.org/a.png)',
			{ kind: 'whole' },
			'<a href="https://example.org/a.png" rel="noopener nofollow ugc">a</a>',
		],
	])('%s', async (markdown, target, html) => {
		expect((await render(markdown, false, target)).body).toContain(html);
	});
});

describe('footnotes', () => {
	const notes =
		'A[^1].\n\n**Incorrect (x[^1]):**\n\n```js\na\n```\n\n**Correct:**\n\n```js\nb\n```\n\n## Footnote label\n\n[^1]: Note.\n';

	it('have ids of their own in both parts of a page, that no heading has', async () => {
		const { lead, body } = await render(notes);
		const ids = [...`${lead}${body}`.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		expect(ids).toHaveLength(7);
		expect(new Set(ids).size).toBe(ids.length);
		const leading = [...`${lead}${body}`.matchAll(/ (?:href="#|aria-describedby=")([^"]*)"/g)].map(([, id]) => id);
		expect(leading.filter((id) => !ids.includes(decodeURIComponent(id ?? '')))).toEqual([]);
	});
});

describe('footnotes to which no text leads', () => {
	const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');
	const fence = '    ```js\n    const kept = "&";\n    ```';

	it.each([
		['nothing refers to it', 'A.\n\n[^1]: Lost.\n', '<p>[^1]: Lost.</p>'],
		['its label is as it was written', 'A.\n\n[^My-Note]: Lost.\n', '<p>[^My-Note]: Lost.</p>'],
		['only it refers to itself', 'A.\n\n[^1]: Lost[^1].\n', '<p>[^1]: Lost[^1].</p>'],
		['they refer to each other', 'A.\n\n[^1]: Lost[^2].\n\n[^2]: Led to[^1].\n', '<p>[^1]: Lost<sup>'],
		['the name is taken', 'A[^1].\n\n[^1]: Found.\n\n[^1]: Lost.\n', '<p>[^1]: Lost.</p>'],
		['it stands in a quote', 'A.\n\n> [^1]: Lost.\n', '<p>[^1]: Lost.</p>\n</blockquote>'],
		['it stands in another', 'A[^1].\n\n[^1]: Found.\n\n    [^2]: Lost.\n', '<p>[^2]: Lost.'],
		['it begins with code', `A.\n\n[^1]:\n${fence}\n`, '<p>[^1]:</p>\n<div class="code">'],
		['the heading that refers to it is the title', '## Close what you open[^1]\n\n[^1]: Lost.\n', '<p>[^1]: Lost.</p>'],
	])('are shown where they stand, once: %s', async (_, markdown, html) => {
		const { lead, body } = await render(markdown);
		expect(lead + body).toContain(html);
		expect(textOf(lead + body).split(/Lost|const kept/)).toHaveLength(2);
	});

	it('keep their code, letter for letter', async () => {
		const { body } = await render(`A.\n\n[^1]: Lost.\n\n${fence}\n\n[^1]: Again.\n\n${fence}\n`);
		expect(textOf(body).match(/const kept = "&amp;";/g)).toHaveLength(2);
	});

	it('are shown in the part of the page in which they stand, with the notes to which they lead', async () => {
		const { lead, body } = await render(`${pair}\n[^1]: Lost[^2].\n\n[^2]: Led to.\n`);
		expect(lead).not.toMatch(/Lost|Led to/);
		expect(body).toMatch(/\[\^1\]: Lost<sup>[\s\S]*<section data-footnotes[\s\S]*Led to\./);
	});

	it('leave the first note of a name to both parts, wherever it stands', async () => {
		const { lead, body } = await render(
			`A[^1].\n\n${pair.replace('slow', 'slow[^1]')}\n> [^1]: First.\n\n[^1]: Second.\n`,
		);
		expect(lead).toContain('First.');
		expect(lead).not.toContain('Second.');
		expect(body).toMatch(/<p>\[\^1\]: Second\.<\/p>[\s\S]*<section data-footnotes[\s\S]*First\./);
	});
});

describe('signs that cannot be seen, or turn the text', () => {
	const frame =
		'<bdi class="sign" data-sign="U+202E" role="img" aria-label="U+202E right-to-left override">\u202e</bdi>';

	it.each([
		['code', '```js\nconst a = "b\u202ec";\n```', `b${frame}c`],
		['code without a language', '```\n\u202e<b>\n```', `${frame}&lt;b>`],
		['code in a line', '`a\u202eb`', `<code>a${frame}b</code>`],
		['prose', 'a \u202e*b*', `a ${frame}<em>`],
		['headings', '## a\u202eb', `a${frame}b`],
		['labels', '**Incorrect (a\u202eb):**\n\n```js\na\n```', `a${frame}b`],
		['the title of code', '```js title="a\u202e.js"\na\n```', `a${frame}.js`],
		['entities', 'a &#x202e; b', frame],
	])('are framed in %s', async (_, markdown, html) => {
		expect((await render(markdown)).body).toContain(html);
	});

	it('are framed once in a pair of examples, its marks and its diff', async () => {
		const side = (word: string, line: string) =>
			`**${word}:**\n\n\`\`\`js\nlet a = 1;\nlet b = 2;\nlet c = 3;\n${line}\nlet d = 4;\nlet e = 5;\n\`\`\`\n\n`;
		const { lead } = await render(
			side('Incorrect', 'if (user\u202e === 1) go();') + side('Correct', 'if (user === 1) go();'),
		);
		expect(lead.match(/\u202e/g)?.length).toBe(lead.match(/<bdi class="sign"/g)?.length);
	});
});

describe('code', () => {
	it('marks lines and shows a title from the meta', async () => {
		const { body } = await render('```js title="a.js" {1} ins={2} del={3}\na\nb\nc\n```');
		expect(body).toContain('<div class="code-title">a.js</div>');
		expect(body).toContain(
			'<span class="line mark">a</span>\n<span class="line ins">b</span>\n<span class="line del">c</span>',
		);
	});

	it.each(['js', 'unknown-language'])('has the same lines whatever ends them: %s', async (language) => {
		const linesOf = async (end: string): Promise<string> => {
			const { body } = await render(['```' + language, 'a = 1', '', '', 'b = 2', '```', ''].join(end));
			return body.replace(/\r\n?/g, '\n');
		};
		const expected = await linesOf('\n');
		expect(await linesOf('\r\n')).toBe(expected);
		expect(await linesOf('\r')).toBe(expected);
	});

	it('has a class for a token, and no style', async () => {
		const { body } = await render('```js\n// why\nconst a = "b";\n```');
		expect(body).toContain('<t-c>// why</t-c>');
		expect(body).toContain('<t-k>const </t-k>');
		expect(body).not.toContain('style=');
	});

	it('is plain where the language is unknown', async () => {
		expect((await render('```nosuch\n<a>\n```')).body).toContain('<code class="language-nosuch">&lt;a></code>');
	});
});
