import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CrawlResult, crawl } from '../../bench/crawl/crawl.ts';
import { htmlChecker } from '../../bench/crawl/html-rules.ts';
import { lookAtNames } from '../../bench/crawl/names.ts';

const SITE = 'https://rules.example';
const page = (body: string, head = ''): string =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title>${head}</head><body>${body}</body></html>`;

/** Crawls a site of these files; the host has them and nothing else. */
async function crawled(files: Readonly<Record<string, string>>, base = '/docs/'): Promise<CrawlResult> {
	const folder = await mkdtemp(join(tmpdir(), 'crawl-'));
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	const there = new Set(Object.keys(files).map((path) => base + path.replace(/(^|\/)index\.html$/, '$1')));
	const ask = async (path: string) => (there.has(decodeURIComponent(path)) ? ('found' as const) : ('nothing' as const));
	const result = await crawl({ folder, base, site: SITE, files: Object.keys(files), ask });
	await rm(folder, { recursive: true, force: true });
	return result;
}

describe('the crawl finds', () => {
	const empty = page('');
	const jump = (to: string): string => page('', `<meta http-equiv="refresh" content="0; url=${to}">`);
	test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
		['a dead link', { 'index.html': page('<a href="b/">b</a>') }, ['b/ is not there']],
		['a link out of the base', { 'index.html': page('<a href="/b/">b</a>') }, ['/b/ leads out of the base']],
		['a dead anchor', { 'index.html': page('<a href="#b">b</a>') }, ['#b no such id on that page']],
		['a dead image', { 'index.html': page('<img src="b.png" alt="">') }, ['b.png is not there']],
		['no address', { 'index.html': page('<a href="https://">b</a>') }, ['https:// is no address']],
		[
			'a redirect to a redirect',
			{ 'index.html': page('<a href="b/">b</a>'), 'b/index.html': jump('../c/'), 'c/index.html': jump('../') },
			['../c/ leads to a page that leads on'],
		],
		[
			'a dead result of the catalog',
			{ 'index.html': empty, 'rules.json': '{"rules":[{"url":"/docs/b/"}]}' },
			['/docs/b/ is not there'],
		],
		[
			'a dead address of the sitemap',
			{ 'index.html': empty, 'sitemap.xml': `<u><loc>${SITE}/docs/b(c)/</loc></u>` },
			[`${SITE}/docs/b(c)/ is not there`],
		],
		['nothing', { 'index.html': page('<a href="b%40c/#d">b</a>'), 'b@c/index.html': page('<p id="d">d</p>') }, []],
	])('%s', async (_, files, expected) => {
		const { dead } = await crawled(files);
		expect(dead.map(({ url, reason }) => `${url} ${reason}`)).toEqual(expected);
	});

	test('a page that no link leads to', async () => {
		expect((await crawled({ 'index.html': empty, 'b/index.html': empty })).orphans).toEqual(['/docs/b/']);
	});

	test.each([
		['index.html', page('<p id="a"></p><p id="a"></p>'), 'the id "a" stands twice'],
		['index.html', page('<p =a>'), 'unexpected-equals-sign-before-attribute-name'],
		['feed.xml', '<a>&b;</a>', 'undefined entity'],
		['rules.json', '{', 'JSON'],
	])('a fault of %s: %s', async (file, text, fault) => {
		const { faults } = await crawled({ [file]: text });
		expect(faults.join('\n')).toContain(fault);
	});
});

test('the conformance checker sees what a parser forgives', async () => {
	const check = htmlChecker('must not skip');
	expect(await check(page('<h1>A</h1><p>text</p>'))).toEqual([]);
	expect((await check(page('<h1>A</h1><span><p>a</p></span>'))).length).toBeGreaterThan(0);
	expect((await check(page('<h1>A</h1><h3>B</h3>'))).map(({ rule }) => rule)).toEqual(['heading-level']);
});

test('names are looked at with the eyes of other disks', () => {
	const odd = ['con/a', 'Aux.html', 'a./b', 'a /b', 'a:b', 'e\u0301', `${'a'.repeat(199)}/b`];
	expect(lookAtNames(odd).odd.map(({ path }) => path)).toEqual([
		'con',
		'Aux.html',
		'a.',
		'a ',
		'a:b',
		'e\u0301',
		odd[6],
	]);
	expect(lookAtNames(['console/a', 'b.c', 'ä']).odd).toEqual([]);
	expect(lookAtNames(['a/b', 'A/b', 'c', 'C']).twins).toEqual(['A', 'C']);
});
