import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect, test } from '@playwright/test';
import { writeHostilePacks } from '../../bench/xss/packs.ts';
import { buildSite, type Served, serve } from '../../bench/xss/site.ts';
import { faultsOf, type Sprung, setTrap } from '../../bench/xss/trap.ts';
import { VECTORS } from '../../bench/xss/vectors.ts';

/** What got past sanitisers before, a way each; `bench/xss` places all vectors, and opens every page. */
const NASTY = [
	'jaVasCript:/*-/*`/*',
	"';§",
	'<svg><a><animate attributeName=href',
	'<svg><foreignObject><iframe',
	'<svg></p><style><a id=',
	'<math><mtext></form><form><mglyph><style></math>',
	'<form><math><mtext></form><form><mglyph><svg>',
	'<table><caption><svg><title>',
	'<noscript><p title=',
	'<template shadowrootmode=open>',
	'<iframe srcdoc="<img',
	'<meta http-equiv=refresh content="0;url=//',
	'<base href=javascript:',
	'<style>*{color:red!important',
	'<script type="importmap">',
	'</textarea>',
].map((start) => start.replace('§', 'window.__xss=1'));

/** A program that reads as another one: comments end elsewhere than they seem to, and a name holds a sign without a width. */
const TROJAN = [
	"if (level !== 'user\u202e \u2066// Check if admin\u2069 \u2066') {",
	'\tgrant();',
	'}',
	'/*\u202e } \u2066if (isAdmin)\u2069 \u2066 begin admins only */',
	'const isAd\u200bmin = true;',
].join('\n');
const LABELS = [
	'U+202E right-to-left override',
	'U+2066 left-to-right isolate',
	'U+2069 pop directional isolate',
	'U+200B zero-width space',
];

const STYLE_SHEET = '<?xml-stylesheet href="//elsewhere.invalid/a.xsl" type="text/xsl"?>';
const PICTURE = `<?xml version="1.0"?>
${STYLE_SHEET}
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 99 99" onload="window.__xss=1">
	<script>window.__xss=1</script>
	<script xlink:href="//elsewhere.invalid/a.js"/>
	<style>@import "//elsewhere.invalid/a.css"; rect { fill: url(//elsewhere.invalid/a.svg#b) }</style>
	<foreignObject width="99" height="99"><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:parent.__xss=1"/></foreignObject>
	<image href="//elsewhere.invalid/a.png" onerror="window.__xss=1" width="9" height="9"/>
	<use href="//elsewhere.invalid/a.svg#b"/>
	<animate attributeName="x" dur="1s" onbegin="window.__xss=1"/>
	<a href="#"><set attributeName="href" to="javascript:window.__xss=1"/><circle r="40" cx="50" cy="50"/></a>
</svg>
`;

function rule(title: string, body: string): string {
	return `---\ntitle: ${title}\nimpact: HIGH\ntags: hostile\n---\n\n${body}\n`;
}

test.describe('a site of hostile packs', () => {
	// One build serves all of these tests.
	test.describe.configure({ mode: 'default' });
	let folder = '';
	let out = '';
	let underPolicy: Served;
	let bare: Served;

	test.beforeAll(async () => {
		test.setTimeout(120_000);
		folder = await mkdtemp(join(tmpdir(), 'rulepress-hostile-'));
		const vectors = NASTY.map((start) => VECTORS.find((vector) => vector.startsWith(start)) ?? start);
		await writeHostilePacks(join(folder, 'packs'), vectors);
		const rules = join(folder, 'packs/strange/rules');
		await mkdir(rules, { recursive: true });
		const examples = `**Incorrect:**\n\n\`\`\`js\n${TROJAN}\n\`\`\`\n\n**Correct:**\n\n\`\`\`js\ngrant(user);\n\`\`\``;
		await writeFile(join(rules, 'trojan.md'), rule('Grant what was asked for', examples));
		await writeFile(join(rules, 'pictured.md'), rule('Show how it is', `![A picture](picture.svg)\n\n${examples}`));
		await writeFile(join(rules, 'picture.svg'), PICTURE);
		out = await buildSite(folder, '<img src=x onerror=window.__xss=1>');
		underPolicy = await serve(out, false);
		bare = await serve(out, true);
	});

	test.afterAll(async () => {
		underPolicy.stop();
		bare.stop();
		await rm(folder, { recursive: true });
	});

	test('takes each of its vectors from the list that all pages are tested with', () => {
		const known = NASTY.map((start) => VECTORS.some((vector) => vector.startsWith(start)));
		expect(NASTY.filter((_, index) => !known[index])).toEqual([]);
	});

	for (const isBare of [true, false]) {
		test(`brings nothing to life ${isBare ? 'without' : 'under'} its policy`, async ({ browser }) => {
			test.setTimeout(120_000);
			const { origin } = isBare ? bare : underPolicy;
			const [context, sprung] = await trapped(browser, origin, isBare);
			const page = await context.newPage();
			const faults: Sprung[] = [];
			const paths = aPageOfEachKind(await pagesOf(out));
			for (const path of [...paths, `?q=${encodeURIComponent('<img onerror')}`, 'nothing/<svg onload=x>/']) {
				await page.goto(`${origin}/${path}`);
				for (const what of await faultsOf(page)) faults.push({ page: path, what });
			}
			await context.close();
			expect(paths.length).toBeGreaterThan(NASTY.length);
			expect([...faults, ...sprung]).toEqual([]);
		});
	}

	test('publishes a picture that runs and loads nothing when it is opened by itself, without any policy', async ({
		browser,
	}) => {
		const picture = (await readdir(out, { recursive: true })).find((path) => /picture[^/]*\.svg$/.test(path));
		expect(picture).toBeDefined();
		const [context, sprung] = await trapped(browser, bare.origin, true);
		const page = await context.newPage();
		await page.goto(`${bare.origin}/${picture}`);
		await page.locator('circle').click();
		await page.waitForLoadState('networkidle');
		expect(sprung).toEqual([]);
		// The link kept its own address, not the one that an animation would have given it.
		expect(page.url()).toBe(`${bare.origin}/${picture}#`);

		// What the author wrote does spring the trap, or the lines above would show nothing: whole, it asks for its style sheet, and
		// whether Chromium then runs it depends on when that fails; without one, it runs.
		for (const [name, body, what] of [
			['whole.svg', PICTURE, /^request: .*a\.xsl$/],
			['unstyled.svg', PICTURE.replace(STYLE_SHEET, ''), /^executed$/],
		] as const) {
			const before = sprung.length;
			const address = `${bare.origin}/${name}`;
			await context.route(address, (route) => route.fulfill({ contentType: 'image/svg+xml', body }));
			await page.goto(address);
			await expect.poll(() => sprung.slice(before).some((one) => what.test(one.what))).toBe(true);
		}
		await context.close();
	});

	test.describe('code that reads otherwise than it runs', () => {
		test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

		test('has a frame for each sign that hides, with a name', async ({ page }) => {
			await page.goto(`${underPolicy.origin}/rules/strange/trojan/`);
			const code = page.locator('.example.incorrect code');
			for (const name of LABELS) {
				const frame = code.getByRole('img', { name, exact: true }).first();
				await expect(frame).toHaveAttribute('data-sign', name.slice(0, 6));
				expect((await frame.boundingBox())?.width).toBeGreaterThan(20);
			}
			await expect(code.getByRole('img')).toHaveCount(
				[...TROJAN].filter((sign) => /[\u2000-\u2fff]/.test(sign)).length,
			);
		});

		test('stands in the order in which it runs', async ({ page }) => {
			await page.goto(`${underPolicy.origin}/rules/strange/trojan/`);
			const lefts = await page.locator('.example.incorrect code').evaluate((code) => {
				const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
				const found: { sign: string; left: number }[] = [];
				for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
					for (const [index, sign] of [...(node.nodeValue ?? '')].entries()) {
						const range = document.createRange();
						range.setStart(node, index);
						range.setEnd(node, index + 1);
						found.push({ sign, left: range.getBoundingClientRect().left });
					}
				}
				return found;
			});
			const line: number[] = [];
			for (const { sign, left } of lefts) {
				if (sign === '\n') break;
				if (/[ -~]/.test(sign)) line.push(left);
			}
			expect(line.length).toBeGreaterThan(20);
			expect(line).toEqual([...line].sort((a, b) => a - b));
		});

		test('is copied as its author wrote it, and selected so', async ({ page }) => {
			await page.goto(`${underPolicy.origin}/rules/strange/trojan/`);
			const example = page.locator('.example.incorrect');
			await example.getByRole('button', { name: 'Copy', exact: true }).click();
			await expect(example.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
			expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(TROJAN);
			const selected = await example.locator('code').evaluate((code) => {
				getSelection()?.selectAllChildren(code);
				return getSelection()?.toString();
			});
			expect(selected?.trim()).toBe(TROJAN);
		});
	});
});

async function trapped(
	browser: Browser,
	origin: string,
	bypassCSP: boolean,
): Promise<readonly [BrowserContext, readonly Sprung[]]> {
	const context = await browser.newContext({ bypassCSP, acceptDownloads: false });
	return [context, await setTrap(context, origin)];
}

/** The paths of all pages, and of what else a browser shows. */
async function pagesOf(site: string): Promise<readonly string[]> {
	const files = await readdir(site, { recursive: true });
	return files.filter((path) => /(?:\.html|\.xml)$/.test(path) && !path.startsWith('pagefind/')).sort();
}

/** A page of every depth of every folder of the site, and the page of one rule of every pack. */
function aPageOfEachKind(paths: readonly string[]): readonly string[] {
	const byKind = new Map<string, string>();
	for (const path of paths) {
		const [first = '', pack = '', ...rest] = path.split('/');
		const ofRule = first === 'rules' && /^fields-\d+$/.test(rest[0] ?? '');
		const kind = ofRule ? `${first} ${pack}` : `${first} ${rest.length} ${path.endsWith('.xml')}`;
		if (!byKind.has(kind)) byKind.set(kind, path);
	}
	return [...byKind.values()].map((path) =>
		path
			.replace(/index\.html$/, '')
			.split('/')
			.map(encodeURIComponent)
			.join('/'),
	);
}
