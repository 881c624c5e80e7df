import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { TEST_PACKS } from './addresses.ts';

/** Everything here is asked for below the path `/docs/`. */
test.use({ baseURL: TEST_PACKS });

const rule = (stem: string): string => `${TEST_PACKS}rules/linter-codes/${stem}/`;
const facet = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });

/** Addresses that lead straight to a rule. */
const LEADING = {
	'd/eslint/radix/': 'input-parse-numbers',
	'd/oxlint/eslint(radix)/': 'input-parse-numbers',
	'd/biome/lint/style/useNumberNamespace/': 'input-parse-numbers',
	'd/biome/lint/style/usenumbernamespace/': 'input-parse-numbers',
	'd/biome/usenumbernamespace/': 'input-parse-numbers',
	'd/shellcheck/SC2086/': 'shell-quote-variables',
	'd/shellcheck/2086/': 'shell-quote-variables',
	'd/cwe/704/': 'input-parse-numbers',
	'rules/linter-codes/input-no-eval-strings/': 'input-no-eval',
	'rules/former-pack/eval/': 'input-no-eval',
} as const;

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'the address of a code' : 'the address of a code, without JavaScript,', () => {
		test.use({ javaScriptEnabled });

		for (const [path, stem] of Object.entries(LEADING)) {
			test(`${path} leads to the rule`, async ({ page }) => {
				await page.goto(path);
				await expect(page).toHaveURL(rule(stem));
				await expect(page.locator('article h1')).toBeVisible();
			});
		}

		test('lists the rules when there are several', async ({ page }) => {
			await page.goto('d/eslint/no-eval/');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('ESLint no-eval');
			for (const title of ['Never run text as code', 'Parse numbers with Number']) {
				await expect(page.getByRole('main').getByRole('link', { name: title, exact: true })).toBeVisible();
			}
			await page.getByRole('link', { name: 'Parse numbers with Number' }).click();
			await expect(page).toHaveURL(rule('input-parse-numbers'));
		});

		test('is found through the header and the page of its linter', async ({ page }) => {
			await page.goto('./');
			await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Linters' }).click();
			await expect(page).toHaveURL(`${TEST_PACKS}d/`);
			await page.getByRole('main').getByRole('link', { name: 'ESLint', exact: true }).click();
			await page.getByRole('link', { name: 'radix', exact: true }).click();
			await expect(page).toHaveURL(rule('input-parse-numbers'));
		});
	});
}

test('a page that leads on leaves no step in the history', async ({ page }) => {
	await page.goto('d/eslint/');
	await page.getByRole('link', { name: 'radix', exact: true }).click();
	await expect(page).toHaveURL(rule('input-parse-numbers'));
	await page.goBack();
	await expect(page).toHaveURL(`${TEST_PACKS}d/eslint/`);
});

test('the page of a linter says which codes follow from those of another', async ({ page }) => {
	await page.goto('d/oxlint/');
	const row = page.locator('.codes > li', { hasText: 'eslint(radix)' });
	await expect(row).toContainText('same as ESLint radix');
	await row.getByRole('link', { name: 'Parse numbers' }).click();
	await expect(page).toHaveURL(rule('input-parse-numbers'));
});

test.describe('the address of a code without a rule', () => {
	test('says so, and offers the codes of the linter and a search', async ({ page }) => {
		const answer = await page.goto('d/eslint/no-foo/');
		expect(answer?.status()).toBe(404);
		await expect(page.getByText('No rule explains ESLint no-foo.')).toBeVisible();
		await expect(page.getByRole('link', { name: 'Search for “no-foo”' })).toHaveAttribute('href', '/docs/?q=no-foo');
		await page.getByRole('link', { name: 'Codes of ESLint that have a rule' }).click();
		await expect(page).toHaveURL(`${TEST_PACKS}d/eslint/`);
	});

	test('of a linter that no rule names offers the linters', async ({ page }) => {
		await page.goto('d/nobody/X1/');
		await expect(page.getByText('No rule explains nobody X1.')).toBeVisible();
		await page.getByRole('link', { name: 'Linter codes that have a rule' }).click();
		await expect(page).toHaveURL(`${TEST_PACKS}d/`);
	});

	test('goes on to the code that it is but for capitals', async ({ page }) => {
		await page.goto('d/Biome/lint/style/UseNumberNamespace/');
		await expect(page).toHaveURL(rule('input-parse-numbers'));
	});

	test.describe('without JavaScript', () => {
		test.use({ javaScriptEnabled: false });

		test('leads to the linters', async ({ page }) => {
			await page.goto('d/eslint/no-foo/');
			await expect(page.getByRole('main')).toContainText('no rule explains this linter’s code');
			await page.getByRole('link', { name: 'Linter codes that have a rule' }).click();
			await expect(page).toHaveURL(`${TEST_PACKS}d/`);
		});
	});
});

test.describe('the facet of linters', () => {
	test('keeps the rules with a code of the linter, counts them, and stands in the address', async ({ page }) => {
		await page.goto('./?pack=linter-codes');
		await expect(page.locator('.found')).toHaveText(/^3 of/);
		const count = (linter: string) => facet(page, 'Linter').locator(`[data-value=${linter}] .count`);
		for (const [linter, rules] of [
			['eslint', 2],
			['shellcheck', 1],
			['ruff', 1],
		] as const) {
			await expect(count(linter)).toHaveText(String(rules));
		}
		await facet(page, 'Linter').getByRole('checkbox', { name: 'ESLint', exact: true }).check();
		await expect(page).toHaveURL(/\?pack=linter-codes&linter=eslint$/);
		await expect(page.locator('.browser .rules .to')).toHaveText([
			'Never run text as code',
			'Parse numbers with Number',
		]);
		await expect(count('shellcheck')).toHaveText('1');
		await page.reload();
		await expect(page.locator('.found')).toHaveText(/^2 of/);
		await page.getByRole('button', { name: 'Remove filter: ESLint' }).click();
		await expect(page.locator('.found')).toHaveText(/^3 of/);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the facet of linters leads to their pages', async ({ page }) => {
		await page.goto('./');
		await facet(page, 'Linter').getByRole('link', { name: 'ShellCheck', exact: true }).click();
		await expect(page).toHaveURL(`${TEST_PACKS}d/shellcheck/`);
	});
});

for (const path of ['d/', 'd/eslint/', 'd/oxlint/', 'd/cwe/', 'd/eslint/no-eval/', 'd/eslint/no-foo/', './']) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`${path} has no accessibility violation and fits a phone in the ${colorScheme} theme`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width: 390, height: 844 });
			await page.goto(path);
			await page.waitForLoadState('networkidle');
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		});
	}
}

test('a page that leads on is readable where the browser stays on it', async ({ page }) => {
	await page.route('**/d/eslint/radix/', async (route) => {
		const answer = await route.fetch();
		await route.fulfill({
			response: answer,
			body: (await answer.text()).replace(/<meta http-equiv="refresh"[^>]*>/, ''),
		});
	});
	const complaints: string[] = [];
	page.on('console', (message) => complaints.push(message.text()));
	await page.goto('d/eslint/radix/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('ESLint radix');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	expect(complaints).toEqual([]);
	await page.getByRole('link', { name: 'Parse numbers with Number' }).click();
	await expect(page).toHaveURL(rule('input-parse-numbers'));
});
