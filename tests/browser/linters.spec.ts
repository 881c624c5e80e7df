import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { TEST_PACKS } from './addresses.ts';

test.use({ baseURL: TEST_PACKS });

const open = (page: Page, stem: string, hash = '') => page.goto(`rules/linter-links/${stem}/${hash}`);
const codes = (page: Page) => page.getByRole('region', { name: 'Linter codes' });
const detailsOf = (page: Page, code: string) => codes(page).locator('details', { hasText: code }).first();

test.describe('the codes of a rule', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

	test('open on demand, and copy a comment letter for letter', async ({ page }) => {
		await open(page, 'unpack-only-data');
		const details = detailsOf(page, 'S301');
		const comment = details.getByRole('figure', { name: 'Silence it for this line, at its end' });
		await expect(comment).toBeHidden();
		await details.locator('summary').click();
		await expect(comment.locator('code')).toHaveText('# noqa: S301');
		await comment.getByRole('button', { name: 'Copy', exact: true }).click();
		await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('# noqa: S301');
		await details
			.getByRole('figure', { name: 'Switch it on in pyproject.toml' })
			.getByRole('button', { name: 'Copy', exact: true })
			.click();
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toBe('[tool.ruff.lint]\nextend-select = ["S301"]');
	});

	test('are named at the top, and each leads to what is said of it', async ({ page }) => {
		await open(page, 'unpack-only-data');
		await page
			.getByRole('list', { name: 'Linter codes' })
			.getByRole('link', { name: 'lint/style/useTemplate' })
			.click();
		const details = detailsOf(page, 'lint/style/useTemplate');
		await expect(details).toHaveAttribute('open');
		await expect(details.getByText('// biome-ignore lint/style/useTemplate: reason')).toBeInViewport();
	});

	test('lead to linters, their own pages, other linters and standards, and each of our pages answers', async ({
		page,
		request,
	}) => {
		await open(page, 'unpack-only-data');
		await expect(codes(page).locator('[href="https://biomejs.dev/linter/rules/use-template"]')).toHaveAttribute(
			'rel',
			'external noreferrer',
		);
		await expect(codes(page).getByRole('link', { name: 'B301' })).toBeVisible();
		await expect(codes(page).getByRole('link', { name: 'cert-dcl51-cpp' })).toBeVisible();
		await expect(codes(page).getByRole('link', { name: 'CWE-502', exact: true })).toHaveAttribute(
			'href',
			/\/d\/cwe\/502\/$/,
		);
		const own = await codes(page)
			.locator('a:not([rel])')
			.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
		expect(own.length).toBeGreaterThan(8);
		for (const address of own) expect((await request.get(address)).status(), address).toBe(200);
	});

	test('are there without scripts, to be selected', async ({ browser }) => {
		const page = await (await browser.newContext({ baseURL: TEST_PACKS, javaScriptEnabled: false })).newPage();
		await open(page, 'unpack-only-data');
		await detailsOf(page, 'S301').locator('summary').click();
		await expect(detailsOf(page, 'S301').getByText('# noqa: S301', { exact: true })).toBeVisible();
		await page.context().close();
	});

	test('of one code are open at once', async ({ page }) => {
		await open(page, 'unpack-cached');
		await expect(page.getByText('# shellcheck disable=SC2046 # reason').first()).toBeVisible();
	});
});

test.describe('a deprecated rule', () => {
	test('says so at its top and leads to what to follow instead', async ({ page }) => {
		await open(page, 'unpack-cached');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Keep unpacked objects in a cache\s+Deprecated$/);
		const notice = page.getByRole('note');
		await expect(notice).toContainText('Reading json is fast enough.');
		await notice.getByRole('link', { name: 'Unpack data, never pickle objects' }).click();
		await expect(page).toHaveURL(/\/rules\/linter-links\/unpack-only-data\/$/);
	});

	test('is marked in lists and stands behind what holds', async ({ page }) => {
		await page.goto('packs/linter-links/');
		await expect(page.locator('.rules .badge')).toHaveText(['Deprecated']);
		await page.goto('tags/');
		await expect(page.locator('[id="tag:unpacking"] ul > li').last()).toHaveText(/Deprecated$/);
		await page.goto('?pack=linter-links');
		await expect(page.locator('.rules .to')).toHaveCount(3);
		await expect(page.locator('.rules .to').last()).toHaveText(/Keep unpacked .* Deprecated$/);
		await page.goto('?q=unpacked');
		await expect(page.locator('.rules .to').last()).toHaveText(/Keep unpacked .* Deprecated$/);
	});

	test('is named as a conflict, not as reading to go on with', async ({ page }) => {
		await open(page, 'unpack-only-data');
		const rail = page.getByRole('complementary', { name: 'About this rule' });
		const section = (name: string) =>
			rail.locator('section', { has: page.getByRole('heading', { name, exact: true }) });
		await expect(section('Cannot be followed together with').getByRole('link')).toHaveText(
			/Keep unpacked objects in a cache\s+Deprecated/,
		);
		await expect(section('Related').getByRole('link', { name: 'Keep unpacked' })).toHaveCount(0);
	});
});

for (const typed of [
	'S301',
	'ruff S301',
	'B301',
	'PLW0717',
	'bugprone-reserved-identifier',
	'useTemplate',
	'lint/style/useTemplate',
	'CWE-502',
	'cwe-502',
]) {
	test(`the search finds a rule by ${typed}`, async ({ page }) => {
		await page.goto('packs/');
		await page.getByLabel('Search rules').fill(typed);
		await expect(page.getByRole('option').first()).toContainText('Unpack data, never pickle objects');
		await expect(page.locator('.search-message')).toBeHidden();
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [1280, 390]) {
		test(`nothing is out of reach or out of sight, ${colorScheme} at ${width}`, async ({ page }) => {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			for (const stem of ['unpack-only-data', 'unpack-cached']) {
				await open(page, stem);
				for (const details of await codes(page).locator('details').all())
					await details.evaluate((one) => one.setAttribute('open', ''));
				const { violations } = await new AxeBuilder({ page }).analyze();
				expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
				const over = await page.evaluate(() => {
					const { scrollWidth, clientWidth } = document.documentElement;
					return scrollWidth - clientWidth;
				});
				expect(over).toBe(0);
			}
		});
	}
}

test('a rule without codes has nothing of all this', async ({ page, request }) => {
	await open(page, 'unpack-named');
	await expect(codes(page)).toHaveCount(0);
	await expect(page.getByRole('note')).toHaveCount(0);
	await expect(page.locator('.code-names, .badge, .conflicts')).toHaveCount(0);
	const html = await (await request.get(page.url())).body();
	expect(gzipSync(html).length).toBeLessThan(15_000);
});

test('paper names the codes without what is there to be copied, and what cannot be followed together', async ({
	page,
}) => {
	await open(page, 'unpack-only-data', '#code:1');
	await expect(page.getByText('# noqa: S301', { exact: true })).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(codes(page).locator('summary').first()).toBeVisible();
	await expect(page.getByText('# noqa: S301', { exact: true })).toBeHidden();
	await expect(page.getByRole('heading', { name: 'Cannot be followed together with' })).toBeVisible();
});
