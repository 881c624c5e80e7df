import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogFaults } from '../../bench/crawl/catalog-faults.ts';
import { type CrawlResult, crawl } from '../../bench/crawl/crawl.ts';
import { filesBelow } from '../../bench/crawl/files.ts';
import { hostAt } from '../../bench/crawl/host.ts';
import { htmlChecker } from '../../bench/crawl/html-rules.ts';
import { lookAtNames } from '../../bench/crawl/names.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { siteHandler } from '../../src/serve/handler.ts';
import { serve, THIS_MACHINE } from '../../src/serve/listen.ts';
import { builtSite } from '../../src/serve/static-files.ts';
import { build } from '../../src/site/build.ts';
import { sampleConfig } from '../sample-catalog.ts';

const HERE = import.meta.dirname;
/** Packs with every kind of page: linter codes, former ids, rules that no longer hold, and every class of link. */
const CONTENT = [join(HERE, '../../content'), join(HERE, '../browser/packs'), join(HERE, 'links')];
const SITE = 'https://crawl.example';
/** So many pages of a kind go through the conformance checker, which takes its time. */
const OF_A_KIND = 3;

describe.each(['/', '/docs/'])('a site below %s', (base) => {
	let root: string;
	let out: string;
	let files: readonly string[];
	let result: CrawlResult;

	beforeAll(async () => {
		root = await mkdtemp(join(tmpdir(), 'crawl-'));
		const config = sampleConfig(root, { site: SITE, base, content: CONTENT });
		const { catalog } = await runPipeline(config, () => {});
		({ out } = await build({ catalog, config, progress: () => {} }));
		files = await filesBelow(out);
		const server = await serve(siteHandler(builtSite(out, base)), base, { host: THIS_MACHINE, port: null });
		const ask = hostAt(new URL(server.url).origin);
		result = await crawl({ folder: out, base, site: SITE, files, ask }).finally(() => server.stop());
	}, 120_000);

	afterAll(() => rm(root, { recursive: true, force: true }));

	it('answers every address that is written in one of its files', () => {
		expect(result.dead).toEqual([]);
		const kinds = [
			'link',
			'anchor',
			'redirect',
			'script',
			'style',
			'icon',
			'canonical',
			'alternate',
			'preview',
		] as const;
		const files = ['search result', 'rule browser', 'rules.json', 'rules.sarif', 'sitemap', 'schema'] as const;
		for (const kind of [...kinds, ...files]) expect(result.checked.get(kind), kind).toBeGreaterThan(0);
	});

	it('leads to every page', () => {
		expect(result.orphans).toEqual([]);
		expect(result.redirects).toBeGreaterThan(0);
	});

	it('leads to other hosts by harmless schemes alone', () => {
		for (const scheme of result.elsewhere.keys()) expect(['https', 'http', 'mailto']).toContain(scheme);
	});

	it('is HTML, XML and JSON by other parsers, and by its own schema', async () => {
		expect(result.faults).toEqual([]);
		expect(await catalogFaults(out, 'schema/catalog-v1.schema.json')).toEqual([]);
	});

	it.runIf(base !== '/')(
		'is HTML by a conformance checker',
		async () => {
			const check = htmlChecker('must not skip');
			for (const file of someOfEachKind(files))
				expect(await check(await readFile(join(out, file), 'utf8')), file).toEqual([]);
		},
		60_000,
	);

	it('has names that every disk takes', () => {
		const { odd, twins } = lookAtNames(files);
		expect(odd).toEqual([]);
		expect(twins.filter((path) => !path.startsWith('d/'))).toEqual([]);
	});

	it('shows a link that leads nowhere as text, and one to a heading that is not there without it', async () => {
		const html = await readFile(join(out, 'rules/links/links-classes/index.html'), 'utf8');
		const [prose = ''] = html.split('<aside', 1);
		const own = [...prose.matchAll(/<a href="((?:#|\.\.)[^"]*)"[^>]*>([^<]+)<\/a>/g)].map(([, url, text]) => [
			text,
			url,
		]);
		const other = '../../../rules/links/content-headings/';
		expect(own.slice(-6)).toEqual([
			['a rule', other],
			['its heading', `${other}#search-input`],
			['in other letters', `${other}#search-input`],
			['a heading below', '#below'],
			['the pack', '../../../packs/links/'],
			['a heading of a rule', other],
		]);
		const texts = [...html.matchAll(/class="(?:broken-link|missing-image)"[^>]*>([^<]+)</g)].map(([, text]) => text);
		expect(texts).toEqual([
			...['from the root', 'a file', 'a folder', 'a heading', 'a rule that is left out', 'a scheme', 'a disk'],
			...['no host', 'by reference', 'an image'],
		]);
	});
});

/** Some pages of each kind, told by the folder and the depth of their addresses, and all that test links. */
function someOfEachKind(files: readonly string[]): readonly string[] {
	const seen = new Map<string, number>();
	return files.filter((file) => {
		if (!file.endsWith('.html')) return false;
		const [folder, ...rest] = file.split('/');
		const kind = `${folder} ${rest.length}`;
		seen.set(kind, (seen.get(kind) ?? 0) + 1);
		return (seen.get(kind) ?? 0) <= OF_A_KIND || /^(?:rules|packs)\/links\//.test(file);
	});
}
