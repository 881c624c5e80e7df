import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** One page of each kind of the site that this repository ships. */
const PAGES = {
	home: '/',
	packs: '/packs/',
	pack: '/packs/nginx-c-modules/',
	section: '/packs/nginx-c-modules/ > main .section h2 a',
	rule: '/packs/nginx-c-modules/ > main .rules > li > a',
	'rule about rules': '/packs/rule-authoring/ > main .rules > li > a',
	tags: '/tags/',
	tag: '/tags/ > main .codes > li > div > a',
	impact: '/impact/',
	tier: '/impact/ > main .tiers a',
	'not found': '/no/such/page/',
} as const;

const kinds = Object.keys(PAGES) as (keyof typeof PAGES)[];
const themes = ['light', 'dark'] as const;

/** Opens a page of a kind; where it stands as `list > link`, by the first such link of the list. */
async function open(page: Page, kind: keyof typeof PAGES): Promise<void> {
	const [path = '/', ...link] = PAGES[kind].split(' > ');
	await page.goto(path);
	if (link.length === 0) return;
	const address = await page.locator(link.join(' > ')).first().getAttribute('href');
	if (address === null) throw new Error(`${PAGES[kind]} leads nowhere`);
	await page.goto(new URL(address, page.url()).href);
}

/** A rule of this repository whose pair is narrow enough to stand side by side. */
async function openPair(page: Page): Promise<void> {
	await open(page, 'rule');
	await expect(page.locator('.lead .example')).toHaveCount(2);
}

for (const kind of kinds) {
	test.describe(`the page "${kind}"`, () => {
		test('loads without an error, a breach of its policy, or a word to another host', async ({ page, baseURL }) => {
			const complaints: string[] = [];
			page.on('console', (message) => {
				if (message.type() === 'error') complaints.push(message.text());
			});
			page.on('pageerror', (error) => complaints.push(error.message));
			page.on('request', (request) => {
				if (!request.url().startsWith(baseURL ?? '')) complaints.push(`asked ${request.url()}`);
			});
			await open(page, kind);
			await expect(page.locator('h1')).toHaveCount(1);
			await page.waitForLoadState('networkidle');
			expect(complaints).toEqual(kind === 'not found' ? [expect.stringContaining('404')] : []);
		});

		for (const width of [390, 1280]) {
			test(`does not scroll sideways at ${width} pixels`, async ({ page }) => {
				await page.setViewportSize({ width, height: 800 });
				await open(page, kind);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			});
		}

		for (const colorScheme of themes) {
			test(`has no accessibility violation in the ${colorScheme} theme`, async ({ page }) => {
				await page.emulateMedia({ colorScheme });
				await open(page, kind);
				await page.waitForLoadState('networkidle');
				const { violations } = await new AxeBuilder({ page }).analyze();
				expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
			});
		}
	});
}

test.describe('a rule page', () => {
	test('shows the incorrect and the correct example side by side without scrolling', async ({ page }) => {
		await page.setViewportSize({ width: 1280, height: 800 });
		await openPair(page);
		const [first, second] = await page.locator('.lead .example').all();
		const [left, right] = [await first?.boundingBox(), await second?.boundingBox()];
		if (!left || !right) throw new Error('an example of the pair is not on the page');
		expect(left.y).toBe(right.y);
		expect(right.x).toBeGreaterThan(left.x + left.width - 1);
		expect(left.y + 120).toBeLessThan(800);
	});

	test('stacks the pair on a phone', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await openPair(page);
		const [first, second] = await page.locator('.lead .example').all();
		const [upper, lower] = [await first?.boundingBox(), await second?.boundingBox()];
		if (!upper || !lower) throw new Error('an example of the pair is not on the page');
		expect(lower.y).toBeGreaterThanOrEqual(upper.y + upper.height);
	});

	test('tells the pair apart without colour', async ({ page }) => {
		await openPair(page);
		const signs = await page
			.locator('.lead figcaption')
			.evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark, '::before').content));
		expect(new Set(signs).size).toBe(2);
	});

	test('leads to the rules before and after it', async ({ page }) => {
		await open(page, 'rule');
		const title = await page.locator('h1').textContent();
		await page.locator('a[rel="next"]').click();
		await expect(page.locator('h1')).not.toHaveText(title ?? '');
		await page.locator('a[rel="prev"]').click();
		await expect(page.locator('h1')).toHaveText(title ?? '');
	});

	test('prints the rule alone', async ({ page }) => {
		await open(page, 'rule');
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('.site-header')).toBeHidden();
		await expect(page.locator('.lead')).toBeVisible();
	});
});

test.describe('the theme', () => {
	const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

	test('follows the system until the reader chooses, and then keeps the choice', async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto('/');
		const light = await ground(page);
		await page.emulateMedia({ colorScheme: 'dark' });
		const dark = await ground(page);
		expect(dark).not.toBe(light);
		const toggle = page.locator('.theme');
		while ((await ground(page)) !== light) await toggle.click();
		await open(page, 'rule');
		expect(await ground(page)).toBe(light);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every rule is reached from the home page by links alone', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Packs' }).click();
		await page.locator('main .packs a').first().click();
		await page.locator('main .rules > li > a').first().click();
		await expect(page.locator('article h1')).toBeVisible();
		await expect(page.locator('button:visible')).toHaveCount(0);
	});

	test('tags and tiers list their rules', async ({ page }) => {
		for (const kind of ['tag', 'tier'] as const) {
			await open(page, kind);
			await expect(page.locator('main .rules > li > a').first()).toBeVisible();
		}
	});
});

test('the first stop of the Tab key leads past the header', async ({ page }) => {
	await open(page, 'rule');
	await page.keyboard.press('Tab');
	await expect(page.locator('.skip')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toBeFocused();
});
