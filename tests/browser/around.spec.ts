import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { TEST_PACKS } from './addresses.ts';

const PACK = 'nginx-c-modules';
const STEM = 'mem-check-every-allocation';
const RULE = `/rules/${PACK}/${STEM}/`;

test.describe('the page that stands for a missing one', () => {
	test('offers a rule that moved to another pack first, and a search for the words of the address', async ({
		page,
	}) => {
		await page.goto(`/rules/gone/${STEM}/`);
		await expect(page.getByRole('status').filter({ hasText: 'in another pack' })).toBeVisible();
		const search = page.getByRole('link', { name: 'Search for “mem check every allocation”' });
		await expect(search).toHaveAttribute('href', '/?q=mem+check+every+allocation');
		await page.locator('[data-near-rules] a.to').first().click();
		await expect(page).toHaveURL(RULE);
	});

	test('offers what a mistyped address meant', async ({ page }) => {
		await page.goto(`/rules/${PACK}/mem-chek-every-alocation/`);
		await expect(page.locator('[data-near-rules] a.to').first()).toHaveAttribute('href', RULE);
	});

	test('says where a pack is when the address names nothing below it', async ({ page }) => {
		await page.goto(`/packs/${PACK}/no-such-section/`);
		await expect(page.getByRole('status').getByRole('link')).toHaveAttribute('href', `/packs/${PACK}/`);
	});

	test('offers nothing where nothing is near', async ({ page }) => {
		const loaded = page.waitForResponse(/index\/rules\.json/);
		await page.goto('/qwxyz/');
		await loaded;
		await expect(page.locator('[data-near-rules]')).toBeHidden();
		await expect(page.getByRole('link', { name: 'Search for “qwxyz”' })).toBeVisible();
	});

	for (const colorScheme of ['light', 'dark'] as const) {
		test(`has no accessibility violation with its offers in the ${colorScheme} theme`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width: 390, height: 844 });
			await page.goto(`/rules/gone/${STEM}/`);
			await expect(page.locator('[data-near-rules]')).toBeVisible();
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		});
	}

	test.describe('without JavaScript', () => {
		test.use({ javaScriptEnabled: false });

		test('leads to the search, the packs, the tags and the tiers', async ({ page }) => {
			await page.goto(RULE.replace(STEM, 'gone'));
			for (const name of ['Search all rules', 'packs', 'tags', 'impact']) {
				await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible();
			}
		});
	});
});

test.describe('below a path', () => {
	test.use({ baseURL: TEST_PACKS });

	test('a missing page offers addresses below that path', async ({ page }) => {
		await page.goto('rules/gone/code-long/');
		await expect(page.locator('[data-search-words]')).toHaveAttribute('href', '/docs/?q=code+long');
		await page.locator('[data-near-rules] a.to').first().click();
		await expect(page).toHaveURL(`${TEST_PACKS}rules/code-blocks/code-long/`);
	});

	test('every address that a rule page names for machines is there', async ({ page, request }) => {
		await page.goto('rules/code-blocks/code-long/');
		await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
			'href',
			'https://rules.example.org/docs/rules/code-blocks/code-long/',
		);
		const named = await page
			.locator('link[rel="alternate"]')
			.evaluateAll((links: HTMLLinkElement[]) => links.map(({ href }) => new URL(href).pathname));
		expect(named).toContain('/docs/rules/code-blocks/code-long.md');
		for (const path of [...named, '/docs/sitemap.xml', '/docs/sitemap-1.xml', '/docs/robots.txt']) {
			expect((await request.get(path)).status(), path).toBe(200);
		}
		expect(await (await request.get('/docs/robots.txt')).text()).toContain(
			'Sitemap: https://rules.example.org/docs/sitemap.xml',
		);
	});
});

test.describe('a tag with too few rules for a page of its own', () => {
	test('is found at its address, in the index of tags', async ({ page }) => {
		await page.goto('/tags/accessibility/');
		await page.waitForURL('/tags/#tag:accessibility');
		await expect(page.locator('[id="tag:accessibility"]')).toBeInViewport();
	});
});

test.describe('the Markdown of a rule', () => {
	test('is linked on its page and served as text', async ({ page, request }) => {
		await page.goto(RULE);
		const address = await page.locator('main').getByRole('link', { name: /\.md$/ }).getAttribute('href');
		const answer = await request.get(new URL(address ?? '', page.url()).href);
		expect(answer.headers()['content-type']).toBe('text/markdown; charset=utf-8');
		expect(await answer.text()).toMatch(/^---\ntitle: Check/);
		await expect(page.locator('link[rel="alternate"][type="text/markdown"]')).toHaveAttribute('href', address ?? '');
	});
});

test.describe('related rules', () => {
	test('lead to and fro', async ({ page }) => {
		await page.goto(RULE);
		const related = page.getByRole('heading', { name: 'Related' }).locator('xpath=..').getByRole('link');
		expect(await related.count()).toBeGreaterThan(0);
		await related.first().click();
		await expect(page).not.toHaveURL(RULE);
		await expect(page.locator(`.rail a[href$="/${STEM}/"]`).first()).toBeVisible();
	});
});

test.describe('on paper', () => {
	/** Everything that a reader cannot use on paper. */
	const screenOnly = ['.site-header', '.site-footer', '.breadcrumbs', '.copies', '.rail .contents', 'button', '.skip'];

	async function print(page: Page, path: string): Promise<void> {
		await page.goto(path);
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	}

	for (const path of [RULE, `/packs/${PACK}/`, `/packs/${PACK}/memory/`]) {
		test(`${path} is black on white and holds nothing to click`, async ({ page }) => {
			await print(page, path);
			const { ground, ink } = await page.evaluate(() => {
				const { backgroundColor, color } = getComputedStyle(document.documentElement);
				return { ground: backgroundColor, ink: color };
			});
			expect(ground).toBe('rgb(255, 255, 255)');
			expect(ink).toBe('rgb(0, 0, 0)');
			for (const selector of screenOnly) await expect(page.locator(`${selector}:visible`)).toHaveCount(0);
		});
	}

	test('a rule shows its whole code, wrapped, and where it came from', async ({ page }) => {
		await page.setViewportSize({ width: 640, height: 900 });
		await print(page, RULE);
		const cut = await page
			.locator('pre')
			.evaluateAll((blocks) => blocks.filter((one) => one.scrollWidth > one.clientWidth).length);
		expect(cut).toBe(0);
		await expect(page.locator('.rail')).toContainText(`${PACK}/${STEM}`);
	});

	test('a pack shows every rule with title, impact and summary', async ({ page }) => {
		await print(page, `/packs/${PACK}/`);
		const rows = page.locator('.rules > li');
		const count = await rows.count();
		expect(count).toBeGreaterThan(10);
		for (const part of ['a:first-of-type', '.impact', 'p']) {
			await expect(page.locator(`.rules > li > ${part}:visible`)).toHaveCount(count);
		}
	});

	test('each of them becomes a PDF of as many pages as its text needs', async ({ page }) => {
		for (const [path, most] of [
			[RULE, 3],
			[`/packs/${PACK}/`, 5],
		] as const) {
			await page.goto(path);
			const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
			const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
			expect(pages).toBeGreaterThan(0);
			expect(pages).toBeLessThanOrEqual(most);
		}
	});
});
