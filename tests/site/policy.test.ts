import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, REDIRECT_POLICY } from '../../src/domain/site-policy.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { build } from '../../src/site/build.ts';
import { sampleConfig } from '../sample-catalog.ts';

/** A rule that tries to bring in what a page must not hold. */
const HOSTILE = `---
title: 'Keep <script src="https://evil.example/x.js"></script> out'
impact: HIGH
impactDescription: '<img src=x onerror=alert(1)>'
tags: '<svg onload=alert(1)>, "onclick="alert(1)'
---

<style>body { background: url(https://evil.example/leak) }</style>
<iframe src="https://evil.example/"></iframe> ![pixel](https://evil.example/pixel.png)

[run](javascript:alert(1)) [leave](https://example.org/)

\`\`\`html" onload="alert(1)
<meta http-equiv="refresh" content="0; url=https://evil.example/">
\`\`\`
`;

/** Attributes whose address a browser loads, or goes to, without being asked. */
const LOADING = ['src', 'srcSet', 'poster', 'data', 'action', 'formAction', 'background', 'ping', 'manifest'] as const;
/** Links that only name an address. */
const NAMING = ['canonical', 'alternate', 'prev', 'next'];

let root: string;
let files: ReadonlyMap<string, string>;
const ending = (suffix: string) => [...files].filter(([file]) => file.endsWith(suffix));

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'policy-'));
	cpSync('tests/browser/packs', join(root, 'content'), { recursive: true });
	mkdirSync(join(root, 'content/hostile/rules'), { recursive: true });
	writeFileSync(join(root, 'content/hostile/rules/keep-out.md'), HOSTILE);
	const config = sampleConfig(root, { site: 'https://rules.example.org', base: '/docs/' });
	const whole = { ...config, content: [join(root, 'content')], out: join(root, 'dist') };
	const { catalog } = await runPipeline(whole, () => {});
	await build({ catalog, config: whole, progress: () => {} });
	const entries = readdirSync(whole.out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
	files = new Map(paths.map((path) => [path.slice(whole.out.length + 1), readFileSync(path, 'utf8')]));
}, 120_000);

afterAll(() => rm(root, { recursive: true, force: true }));

function elements(html: string): readonly Element[] {
	const found: Element[] = [];
	visit(fromHtml(html), 'element', (element) => {
		found.push(element);
	});
	return found;
}

/** Whether an address is below the site's base, wherever the page with it lies. */
function isOwn(page: string, address: string): boolean {
	const { origin, pathname } = new URL(address, `https://rules.example.org/docs/${page}`);
	return origin === 'https://rules.example.org' && pathname.startsWith('/docs/');
}

/** What is wrong with an element, in words; usually nothing. */
function faults(page: string, { tagName, properties, children }: Element): readonly string[] {
	const said: string[] = [];
	if (/^(?:style|iframe|frame|object|embed|base|portal)$/.test(tagName)) said.push(`<${tagName}>`);
	if (tagName === 'script' && (properties['src'] === undefined || children.length > 0)) said.push('inline script');
	for (const name of Object.keys(properties)) {
		if (/^on/i.test(name) || name === 'style' || name === 'srcDoc') said.push(`${tagName} ${name}`);
	}
	for (const name of LOADING) {
		const address = properties[name];
		if (address !== undefined && !isOwn(page, String(address))) said.push(`${tagName} ${name} ${address}`);
	}
	if (tagName === 'link') {
		const kinds = [properties['rel']].flat().map(String);
		const names = kinds.every((kind) => NAMING.includes(kind));
		if (!names && !isOwn(page, String(properties['href']))) said.push(`link to ${properties['href']}`);
	}
	if (
		tagName === 'a' &&
		!/^(?:https?:|mailto:|[^:]*$)/i.test(String(properties['href'] ?? '').split(/[/?#]/)[0] ?? '')
	) {
		said.push(`a ${properties['href']}`);
	}
	if (tagName === 'meta' && String(properties['httpEquiv'] ?? '') === 'refresh') {
		const target = /^0; url=(.*)$/.exec(String(properties['content']))?.[1] ?? 'nowhere';
		if (!isOwn(page, target)) said.push(`refresh to ${target}`);
	}
	return said;
}

describe('every page of a built site', () => {
	test('is there to be looked at: pages of rules, lists, redirects and the one for what is missing', () => {
		const pages = ending('.html').map(([file]) => file);
		for (const page of [
			'404.html',
			'index.html',
			'rules/hostile/keep-out/index.html',
			'rules/former-pack/eval/index.html',
			'd/eslint/radix/index.html',
			'd/eslint/index.html',
		])
			expect(pages).toContain(page);
	});

	test('begins with its charset and its policy, which lets one that only leads to another run nothing', () => {
		for (const [page, html] of ending('.html')) {
			const head = elements(html).find(({ tagName }) => tagName === 'head');
			const [first, second] = (head?.children ?? []).filter((node) => node.type === 'element');
			expect(first?.properties, page).toEqual({ charSet: 'utf-8' });
			expect(second?.properties, page).toEqual({
				httpEquiv: ['Content-Security-Policy'],
				content: / http-equiv="refresh"/.test(html.split('</head>', 1)[0] ?? '')
					? REDIRECT_POLICY
					: CONTENT_SECURITY_POLICY,
			});
		}
	});

	test('holds nothing inline and loads nothing from elsewhere', () => {
		const said = ending('.html').flatMap(([page, html]) =>
			elements(html).flatMap((element) => faults(page, element).map((fault) => `${page}: ${fault}`)),
		);
		expect(said).toEqual([]);
	});

	test.each([
		['<script>alert(1)</script>', 'inline script'],
		['<script src="https://evil.example/x.js"></script>', 'script src https://evil.example/x.js'],
		['<p onclick="x()">', 'p onClick'],
		['<p style="x">', 'p style'],
		['<iframe></iframe>', '<iframe>'],
		['<img src="//evil.example/x.png">', 'img src //evil.example/x.png'],
		['<link rel="preconnect" href="https://evil.example/">', 'link to https://evil.example/'],
		['<a href="javascript:x()">', 'a javascript:x()'],
		['<meta http-equiv="refresh" content="0; url=https://evil.example/">', 'refresh to https://evil.example/'],
	])('%s would be seen', (html, fault) => {
		expect(elements(html).flatMap((element) => faults('index.html', element))).toEqual([fault]);
	});
});

describe('what pages load', () => {
	test('scripts of ours never make HTML or code from text', () => {
		const scripts = ending('.js').filter(([file]) => file.startsWith('_astro/'));
		expect(scripts.length).toBeGreaterThan(3);
		const SINKS = /\.(?:inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|DOMParser/;
		expect(scripts.filter(([, text]) => SINKS.test(text)).map(([file]) => file)).toEqual([]);
	});

	test('style sheets load nothing', () => {
		const sheets = ending('.css');
		expect(sheets.length).toBeGreaterThan(0);
		for (const [file, text] of sheets) expect(text, file).not.toMatch(/@import|url\(/);
	});
});
