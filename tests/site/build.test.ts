import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/domain/commands.ts';
import type { Catalog, Pack, Rule } from '../../src/domain/rule.ts';
import { build } from '../../src/site/build.ts';
import { textSetter } from '../../src/site/preview-image/set-text.ts';
import { SAMPLE_CATALOG, sampleConfig } from '../sample-catalog.ts';

/** Signs that an address or a disk may not take as they are. */
const ODD_CODES = [
	'@scope/no-x',
	'eslint(no-x)',
	'x::y',
	'Style/Literals',
	'.dot',
	'a+b',
	'a',
	'a/b',
	'Ärger/规则',
	'x;y=z,w',
	"it's",
];

const hasFont = await textSetter().then(
	() => true,
	() => false,
);

describe('a build of the sample catalog below a base path', () => {
	let root: string;
	let result: BuildResult;
	let pages: ReadonlyMap<string, string>;
	/** The pages that do not only lead to another one. */
	let content: ReadonlyMap<string, string>;

	beforeAll(async () => {
		root = await projectFolder();
		await mkdir(join(root, 'public'));
		await writeFile(join(root, 'public', 'robots.txt'), 'of the project');
		const config = sampleConfig(root, {
			site: 'https://rules.example.org',
			base: '/docs/',
			editUrl: 'https://git.example.org/{source}',
			ogImages: hasFont,
		});
		const catalog = withCodes(SAMPLE_CATALOG, 'no-tier', ODD_CODES);
		result = await build({ catalog: await withSources(root, catalog), config, progress: () => {} });
		pages = await readPages(join(root, 'dist'));
		content = new Map([...pages].filter(([, html]) => !html.includes('http-equiv="refresh"')));
	}, 120_000);

	afterAll(() => rm(root, { recursive: true, force: true }));

	it('has a page for every rule, pack, section and tier, and for every tag that the index does not say all of', () => {
		const expected = [
			'404.html',
			...['', 'packs/', 'tags/', 'impact/'].map((path) => `${path}index.html`),
			...SAMPLE_CATALOG.rules.map(({ path }) => `${decodeURI(path).slice(1)}index.html`),
			...SAMPLE_CATALOG.packs.flatMap(({ name, sections }) => [
				`packs/${name}/index.html`,
				...sections.map(({ slug }) => `packs/${name}/${slug}/index.html`),
			]),
			...SAMPLE_CATALOG.tags.filter(({ rules }) => rules.length > 3).map(({ slug }) => `tags/${slug}/index.html`),
			...['critical', 'high', 'medium-high', 'low-medium', 'low', 'none'].map((tier) => `impact/${tier}/index.html`),
			...[
				'',
				'clang-tidy/',
				'clang-tidy/bugprone-unused-return-value/',
				'cppcheck/',
				'cwe/',
				'cwe/772/',
				'eslint/',
				'house/',
			].map((path) => `d/${path}index.html`),
		];
		expect([...content.keys()].sort()).toEqual(expected.sort());
	});

	it('has a small page for every former id, code and standard of one rule, and tag without a page of its own, that leads there and stays out of search engines', () => {
		const redirects = [...pages].filter(([page]) => !content.has(page));
		const expected = [
			'd/cppcheck/resourceLeak/index.html',
			'd/cppcheck/resourceleak/index.html',
			'd/cwe/476/index.html',
			'd/eslint/@html-eslint/require-main/index.html',
			'rules/gone-pack/use-main/index.html',
			'rules/nginx-c/mem-check-alloc/index.html',
			'tags/中文/index.html',
		];
		expect(redirects.map(([page]) => page)).toEqual(expect.arrayContaining(expected));
		for (const [page, html] of redirects) {
			const target = /<meta http-equiv="refresh" content="0; url=([^"]+)">/.exec(html)?.[1] ?? '';
			const shown = targetOf(page, target) ?? '';
			expect(shown, page).toMatch(page.startsWith('tags/') ? /^tags\/index\.html$/ : /^rules\//);
			expect(target, page).toMatch(page.startsWith('tags/') ? /^\.\.\/#tag:/ : /^(?:\.\.\/)+(?:[\w-]+\/)+$/);
			expect(html, page).toContain(`<a href="${target}">`);
			expect(html, page).toContain('<meta name="robots" content="noindex">');
			expect(html, page).toContain(
				`<link rel="canonical" href="https://rules.example.org/docs/${shown.replace(/index\.html$/, '')}">`,
			);
			expect(html.length, page).toBeLessThan(1000);
		}
	});

	it.each(ODD_CODES)('has the address of the code %s as it is written', (code) => {
		expect(pages.get(`d/house/${code}/index.html`)).toContain(`<code class="bare">${code}</code>`);
	});

	it('counts the pages with content, not those that lead on', () => {
		expect(result.pages).toBe(content.size);
	});

	it('has links that all lead to a page or file of the site', async () => {
		const files = new Set(await readdir(join(root, 'dist'), { recursive: true }));
		const broken: string[] = [];
		for (const [page, html] of pages) {
			for (const [, url = ''] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
				const target = targetOf(page, url.replaceAll('&amp;', '&'));
				if (target !== null && !files.has(target)) broken.push(`${page}: ${url}`);
			}
		}
		expect(broken).toEqual([]);
	});

	it('has one h1, one main, a language, a description and an own title on every page', () => {
		const titles = new Set<string | undefined>();
		for (const [page, html] of content) {
			expect(html.match(/<\/h1>/g), page).toHaveLength(1);
			expect(html.match(/<main id=/g), page).toHaveLength(1);
			expect(html, page).toContain('<html lang="en"');
			expect(html, page).toMatch(/<meta name="description" (property="og:description" )?content="[^"]+">/);
			titles.add(/<title>(.*?)<\/title>/.exec(html)?.[1]);
		}
		expect(titles.size).toBe(content.size);
	});

	it('shows titles as text, with code where the author has backticks', () => {
		expect(pages.get('rules/web-basics/use-main/index.html')).toContain(
			'Use one &lt;main&gt; &amp; no &lt;script setup&gt;</h1>',
		);
		expect(pages.get('rules/nginx-c/mem-check-every-allocation/index.html')).toMatch(
			/<h1>.*<code>ngx_palloc<\/code><\/h1>/,
		);
	});

	it('names the canonical address and the place to edit', () => {
		const html = pages.get('rules/nginx-c/evt-never-block/index.html');
		expect(html).toContain(
			'<link rel="canonical" href="https://rules.example.org/docs/rules/nginx-c/evt-never-block/">',
		);
		expect(html).toContain('href="https://git.example.org/nginx-c/rules/evt-never-block.md"');
	});

	it('links the rules before and after, and the same rule in another pack', () => {
		const html = pages.get('rules/web-basics/ship-small-diffs/index.html') ?? '';
		expect(html).toMatch(/rel="prev" href="\.\.\/no-tier\/"/);
		expect(html).not.toContain('rel="next"');
		expect(html).toMatch(/The same rule elsewhere.*href="\.\.\/\.\.\/nginx-c\/evt-never-block\/"/s);
	});

	it('has every page with content but the 404 in its sitemap', async () => {
		const locations = async (file: string) =>
			[...(await readFile(join(root, 'dist', file), 'utf8')).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
		const [part = ''] = await locations('sitemap.xml');
		expect(part).toBe('https://rules.example.org/docs/sitemap-1.xml');
		const shown = [...content.keys()].filter((page) => page !== '404.html');
		expect((await locations('sitemap-1.xml')).sort()).toEqual(
			shown.map((page) => `https://rules.example.org/docs/${encodeURI(page.replace(/index\.html$/, ''))}`).sort(),
		);
	});

	it('tells link previews what a page is, and where the feeds are', () => {
		const html = pages.get('rules/nginx-c/evt-never-block/index.html');
		for (const tag of [
			'<meta property="og:type" content="article">',
			'<meta property="og:title" content="Never block the event loop">',
			'<meta name="description" property="og:description" content="One slow call stalls every connection of the worker.">',
			'<meta property="og:url" content="https://rules.example.org/docs/rules/nginx-c/evt-never-block/">',
			'<link rel="alternate" type="text/markdown" href="../evt-never-block.md">',
			'<link rel="alternate" type="application/rss+xml" title="New and changed rules" href="/docs/feed.xml">',
		]) {
			expect(html).toContain(tag);
		}
		expect(pages.get('index.html')).toContain('<meta property="og:type" content="website">');
		expect(pages.get('404.html')).not.toMatch(/og:|rel="canonical"/);
	});

	it.skipIf(!hasFont)('has a picture of every rule for link previews', async () => {
		for (const { pack, stem, path } of SAMPLE_CATALOG.rules) {
			const picture = `og/${pack}/${stem}.png`;
			const { width, height } = await sharp(join(root, 'dist', picture)).metadata();
			expect([width, height]).toEqual([1200, 630]);
			expect(pages.get(`${path.slice(1)}index.html`)).toContain(
				`<meta property="og:image" content="https://rules.example.org/docs/${picture}">`,
			);
		}
		expect(pages.get('index.html')).not.toContain('og:image');
	});

	it('publishes the Markdown of every rule, byte for byte, and links it', async () => {
		for (const rule of SAMPLE_CATALOG.rules) {
			const path = `rules/${rule.pack}/${rule.stem}`;
			expect(await readFile(join(root, `dist/${path}.md`), 'utf8')).toBe(sourceOf(rule));
			expect(pages.get(`${path}/index.html`)).toContain(`href="../${rule.stem}.md"`);
		}
	});

	it('says when a rule changed, where that is known', () => {
		const changed = (stem: string) => /<time[^>]*>(.*?)<\/time>/.exec(pages.get(`rules/${stem}/index.html`) ?? '')?.[1];
		expect(changed('nginx-c/evt-never-block')).toBe('2026-03-01');
		expect(changed('web-basics/ship-small-diffs')).toBeUndefined();
	});

	it('links related rules, and names what is nearly the same or only has the same title', () => {
		const rule = (stem: string) => pages.get(`rules/${stem}/index.html`) ?? '';
		expect(rule('nginx-c/evt-never-block')).toMatch(
			/<h2>Related<\/h2>\s*<ul>\s*<li>\s*<a href="\.\.\/\.\.\/web-basics\/use-main\/">.*?Web basics/s,
		);
		expect(rule('web-basics/use-main')).toMatch(
			/Nearly the same rule elsewhere<\/h2>\s*<ul>\s*<li>\s*<a href="\.\.\/\.\.\/nginx-c\/evt-never-block\/">/,
		);
		expect(rule('web-basics/no-tier')).toContain('The same title elsewhere</h2>');
		expect(rule('web-basics/no-tier')).not.toContain('Related</h2>');
	});

	it('shows short frontmatter keys of the author', () => {
		const html = pages.get('rules/nginx-c/mem-free-what-the-pool-does-not-own/index.html');
		expect(html).toMatch(/<dt>since<\/dt>\s*<dd>1\.9\.11<\/dd>/);
	});

	it("publishes the catalog, the indexes and the public files, of which the project's own win", async () => {
		const catalog = JSON.parse(await readFile(join(root, 'dist/rules.json'), 'utf8'));
		expect(catalog.rules.map((rule: { id: string }) => rule.id)).toEqual(
			SAMPLE_CATALOG.rules.map(({ id }) => id).sort(),
		);
		const files = await readdir(join(root, 'dist'));
		expect(files).toEqual(
			expect.arrayContaining(['favicon.svg', 'pagefind', 'robots.txt', 'rules.json', 'feed.xml', 'feed.json']),
		);
		// Without this file, GitHub Pages leaves out what begins with an underscore.
		expect(files).toContain('.nojekyll');
		expect(await readFile(join(root, 'dist/robots.txt'), 'utf8')).toBe('of the project');
	});
});

describe('a catalog without codes and standards', () => {
	it('has no page below /d/, no way there, and no facet of linters to see', async () => {
		const root = await projectFolder();
		const rules = SAMPLE_CATALOG.rules.map((rule) => ({ ...rule, codes: [], standards: [] }));
		const catalog = await withSources(root, { ...SAMPLE_CATALOG, rules });
		await build({ catalog, config: sampleConfig(root), progress: () => {} });
		const pages = await readPages(join(root, 'dist'));
		await rm(root, { recursive: true, force: true });

		expect([...pages.keys()].filter((page) => page.startsWith('d/'))).toEqual([]);
		for (const [page, html] of pages) expect(html, page).not.toContain('href="/d/');
		expect(pages.get('index.html')).toMatch(/<fieldset class="facet" data-facet="linter" data-size="0" hidden>/);
	}, 120_000);
});

describe('an MDX rule of a trusted pack', () => {
	it('is compiled with its components, its expressions, and the code and labels of Markdown', async () => {
		const root = await projectFolder();
		await build({
			catalog: await withSources(root, withTrustedPack()),
			config: sampleConfig(root),
			progress: () => {},
		});
		const html = await readFile(join(root, 'dist/rules/trusted-pack/close-handles/index.html'), 'utf8');
		await rm(root, { recursive: true, force: true });

		expect(html).toContain('today the limit is 1024.');
		expect(html.match(/<figure class="example incorrect">/g)).toHaveLength(2);
		expect(html.match(/<figure class="example correct">/g)).toHaveLength(2);
		expect(html).toMatch(/<strong>Better<\/strong> <span class="reason">closed at once<\/span>/);
		expect(html).toMatch(/<div class="code-title">read\.js<\/div>/);
		expect(html).toMatch(/<span class="line mark"><t-f>read<\/t-f>\(file\);<\/span>/);
		expect(html).toMatch(/<mark>(?:<t-.>)?using(?:<\/t-.>)?<\/mark>/);
		expect(html).toContain('<a href="../../../rules/nginx-c/evt-never-block/">rule of another pack</a>');
		expect(html).toMatch(/<span class="broken-link"[^>]*>nowhere<\/span>/);
		expect(html).toMatch(/<h1 id="close-what-you-open">Close what you open<\/h1>/);
	}, 120_000);
});

describe('a build that fails', () => {
	it('leaves the last good output and nothing else', async () => {
		const root = await projectFolder();
		await mkdir(join(root, 'dist'));
		await writeFile(join(root, 'dist', 'index.html'), 'the last good one');
		const [first, ...others] = SAMPLE_CATALOG.rules;
		if (first === undefined) throw new Error('the sample has rules');
		const rules = [{ ...first, next: 'nginx-c/gone' as const }, ...others];
		const catalog = await withSources(root, { ...SAMPLE_CATALOG, rules });
		const failing = build({ catalog, config: sampleConfig(root), progress: () => {} });
		await expect(failing).rejects.toThrow(/^\/rules\/nginx-c\/.*"nginx-c\/gone"/);
		expect(await readdir(join(root, 'dist'))).toEqual(['index.html']);
		expect((await readdir(root)).sort()).toEqual(['.rulepress', 'content', 'dist']);
		expect((await readdir(join(root, '.rulepress'))).filter((name) => name.startsWith('site-'))).toEqual([]);
		await rm(root, { recursive: true, force: true });
	}, 120_000);
});

function withCodes(catalog: Catalog, stem: string, codes: readonly string[]): Catalog {
	const named = codes.map((code) => ({ linter: 'house', code }));
	return { ...catalog, rules: catalog.rules.map((rule) => (rule.stem === stem ? { ...rule, codes: named } : rule)) };
}

const TRUSTED = 'tests/site/trusted-pack';

/** The sample with the pack beside this test, as the pipeline would have loaded it. */
function withTrustedPack(): Catalog {
	const [packBefore] = SAMPLE_CATALOG.packs;
	const [ruleBefore] = SAMPLE_CATALOG.rules;
	if (packBefore === undefined || ruleBefore === undefined) throw new Error('the sample has packs and rules');
	const id = 'trusted-pack/close-handles' as const;
	const rule: Rule = {
		...ruleBefore,
		id,
		pack: 'trusted-pack',
		stem: 'close-handles',
		path: '/rules/trusted-pack/close-handles/',
		file: `${TRUSTED}/rules/close-handles.mdx`,
		source: 'trusted-pack/rules/close-handles.mdx',
		mdx: true,
		title: 'Close what you open',
		headings: [],
		html: { lead: '', body: '', titleAnchor: 'close-what-you-open' },
		previous: null,
		next: null,
	};
	const sections = packBefore.sections.map((section) => ({
		...section,
		rules: section.slug === rule.section ? [id] : [],
	}));
	const pack: Pack = {
		...packBefore,
		name: 'trusted-pack',
		source: 'trusted-pack',
		trusted: true,
		sections,
		rules: [id],
	};
	const neighbour = SAMPLE_CATALOG.rules.map((one) =>
		one.stem === 'evt-never-block' ? { ...one, file: 'tests/site/nginx-c/rules/evt-never-block.md' } : one,
	);
	return { ...SAMPLE_CATALOG, packs: [...SAMPLE_CATALOG.packs, pack], rules: [...neighbour, rule] };
}

/** The same rules, each with a file of its own below `root`; those that have one already keep it. */
async function withSources(root: string, catalog: Catalog): Promise<Catalog> {
	const rules = await Promise.all(
		catalog.rules.map(async (rule) => {
			if (existsSync(rule.file)) return rule;
			const file = join(root, rule.file);
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, sourceOf(rule));
			return { ...rule, file };
		}),
	);
	return { ...catalog, rules };
}

function sourceOf({ title }: Rule): string {
	return `\uFEFF---\r\ntitle: ${JSON.stringify(title)}\r\n---\r\n\r\nGrüße 😀\n`;
}

/** Below the working folder, as a project is whose command line runs in it. */
async function projectFolder(): Promise<string> {
	const home = join(process.cwd(), '.rulepress');
	await mkdir(home, { recursive: true });
	return mkdtemp(join(home, 'test-'));
}

async function readPages(out: string): Promise<ReadonlyMap<string, string>> {
	const files = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.html'));
	return new Map(
		await Promise.all(files.map(async (file) => [file, await readFile(join(out, file), 'utf8')] as const)),
	);
}

/** The file that an address on a page stands for; null for another host's. */
function targetOf(page: string, url: string): string | null {
	const from = `https://rules.example.org/docs/${page.replace(/index\.html$/, '')}`;
	const target = new URL(url, from);
	if (target.host !== 'rules.example.org') return null;
	const path = decodeURI(target.pathname);
	if (!path.startsWith('/docs/')) return path;
	const inside = path.slice('/docs/'.length);
	return inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
}
