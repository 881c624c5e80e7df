import { expect, type Page, test } from '@playwright/test';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search rules' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Rules found' }).getByRole('option');

async function search(page: Page, text: string): Promise<void> {
	await page.keyboard.press('/');
	await page.keyboard.type(text);
}

test.describe('search from any page', () => {
	test('finds an identifier and opens its rule, by keyboard alone', async ({ page }) => {
		await page.goto('./packs/');
		await search(page, 'ngx_pool_cleanup_add');
		await expect(options(page).first()).toContainText(/clean-?up/i);
		await expect(options(page).first().locator('mark').first()).toContainText('ngx_pool_cleanup_add');
		await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
		await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/rules\/nginx-c-modules\//);
		await expect(page.locator('main')).toContainText('ngx_pool_cleanup_add');
	});

	test('opens the rule of an id when Enter comes before the answer', async ({ page }) => {
		await page.goto('./');
		await search(page, 'rule-authoring/yaml-invalid');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/rules\/rule-authoring\/yaml-invalid\/$/);
	});

	test('finds pieces of identifiers', async ({ page }) => {
		await page.goto('./');
		await search(page, 'pool_cleanup');
		await expect(options(page).first().locator('.search-title')).not.toBeEmpty();
		await expect(page.locator('.search [role=status]')).toContainText(/^\d+ rules found/);
	});

	test('puts the rule with the exact id first', async ({ page }) => {
		await page.goto('./');
		await search(page, 'tag-null');
		await expect(options(page).first()).toHaveAttribute('href', /\/rules\/rule-authoring\/tag-null\/$/);
		await field(page).fill('rule-authoring/yaml-invalid');
		await expect(options(page).first()).toHaveAttribute('href', /\/rules\/rule-authoring\/yaml-invalid\/$/);
	});

	test('moves through the options with the arrows, past the ends to none', async ({ page }) => {
		await page.goto('./');
		await search(page, 'frontmatter');
		await expect(options(page).nth(2)).toBeVisible();
		await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
		const count = await options(page).count();
		const active = async (): Promise<string | null> => field(page).getAttribute('aria-activedescendant');
		expect(await active()).toBe(await options(page).nth(0).getAttribute('id'));
		await page.keyboard.press('ArrowDown');
		expect(await active()).toBe(await options(page).nth(1).getAttribute('id'));
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		expect(await active()).toBeNull();
		await page.keyboard.press('ArrowUp');
		expect(await active()).toBe(
			await options(page)
				.nth(count - 1)
				.getAttribute('id'),
		);
	});

	test('says when nothing is found, and offers no junk', async ({ page }) => {
		await page.goto('./');
		await search(page, 'qwertyuiop');
		await expect(page.locator('.search-message')).toHaveText('No rule has “qwertyuiop”.');
		await expect(options(page)).toHaveCount(0);
	});

	test('takes filters as words', async ({ page }) => {
		await page.goto('./');
		await search(page, 'pack:rule-authoring the');
		await expect(options(page).first()).toBeVisible();
		for (const href of await options(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
			expect(href).toMatch(/\/rules\/rule-authoring\/|\?q=/);
		}
	});

	test('shows an author’s text as text', async ({ page }) => {
		await page.goto('./');
		await search(page, '<img src=x onerror=alert(1)>');
		await page.waitForTimeout(500);
		await expect(page.locator('.search img')).toHaveCount(0);
	});

	test('closes with Escape and keeps the focus, then clears, then leaves', async ({ page }) => {
		await page.goto('./');
		await search(page, 'pool');
		await expect(options(page).first()).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.locator('.search-panel')).toBeHidden();
		await expect(field(page)).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(field(page)).toHaveValue('');
		await page.keyboard.press('Escape');
		await expect(field(page)).not.toBeFocused();
	});

	test('Ctrl K reaches the field; / types a slash inside another field', async ({ page }) => {
		await page.goto('./');
		await page.keyboard.press('Control+k');
		await expect(page.locator('input[name=q]')).toBeFocused();
		await page.keyboard.type('a/b');
		await expect(page.locator('input[name=q]')).toHaveValue('a/b');
	});

	test('can be told to leave the keys alone', async ({ page }) => {
		await page.goto('./');
		await search(page, 'pool');
		await page.getByRole('button', { name: 'Switch shortcuts off' }).click();
		await page.reload();
		await page.keyboard.press('/');
		await expect(page.locator('input[name=q]')).not.toBeFocused();
	});

	test('leads to all results on the home page', async ({ page }) => {
		await page.goto('./tags/');
		await search(page, 'the');
		await options(page)
			.filter({ hasText: /^See all/ })
			.click();
		await expect(page).toHaveURL(/\/\?q=the$/);
		await expect(page.locator('.found')).toHaveText(/^\d+ of \d+ rules$/);
		await expect(page.getByRole('button', { name: 'Remove filter: “the”' })).toBeVisible();
	});

	test('says in words when the engine cannot be loaded, and tries again', async ({ page }) => {
		await page.route('**/pagefind/pagefind.js*', (route) => route.abort());
		await page.goto('./');
		await search(page, 'pool');
		await expect(page.locator('.search-message')).toContainText('could not be loaded');
		await page.unroute('**/pagefind/pagefind.js*');
		await page.keyboard.type('_cleanup');
		await expect(options(page).first()).toBeVisible();
	});

	test('loads nothing of the search before it is asked for', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.goto('./packs/', { waitUntil: 'networkidle' });
		expect(asked.filter((url) => url.includes('/pagefind/') || url.includes('/index/'))).toEqual([]);
	});
});
