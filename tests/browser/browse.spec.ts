import { expect, type Locator, type Page, test } from '@playwright/test';

interface CatalogRule {
	readonly id: string;
	readonly title: string;
	readonly impact: string | null;
	readonly pack: string;
}

const facet = (page: Page, name: string): Locator => page.getByRole('group', { name });
const box = (page: Page, group: string, value: string | RegExp): Locator =>
	facet(page, group).getByRole('checkbox', { name: value, exact: true });
const found = (page: Page): Locator => page.locator('.found');
const titles = (page: Page): Locator => page.locator('.browser .rules .to');

async function catalog(page: Page): Promise<readonly CatalogRule[]> {
	const response = await page.request.get('./rules.json');
	return ((await response.json()) as { rules: CatalogRule[] }).rules;
}

test.describe('the browser of rules', () => {
	test('narrows by what is included, and counts truly', async ({ page }) => {
		const rules = await catalog(page);
		await page.goto('./');
		await box(page, 'Impact', 'High').check();
		const high = rules.filter((rule) => rule.impact === 'HIGH');
		await expect(found(page)).toHaveText(`${high.length} of ${rules.length} rules`);
		await expect(titles(page)).toHaveCount(Math.min(50, high.length));

		await box(page, 'Impact', 'Critical').check();
		const both = rules.filter((rule) => rule.impact === 'HIGH' || rule.impact === 'CRITICAL');
		await expect(found(page)).toHaveText(`${both.length} of ${rules.length} rules`);

		for (const pack of new Set(rules.map((rule) => rule.pack))) {
			const count = both.filter((rule) => rule.pack === pack).length;
			const row = facet(page, 'Pack').locator(`[data-value="${pack}"] .count`);
			await expect(row).toHaveText(count.toLocaleString('en'));
		}
		const low = rules.filter((rule) => rule.impact === 'LOW').length;
		await expect(facet(page, 'Impact').locator('[data-value=low] .count')).toHaveText(String(low));
	});

	test('leaves out what is excluded, and says so on a chip that takes it back', async ({ page }) => {
		const rules = await catalog(page);
		await page.goto('./');
		await facet(page, 'Pack').locator('[data-value=rule-authoring]').hover();
		await facet(page, 'Pack').locator('[data-value=rule-authoring] .not').click();
		const left = rules.filter((rule) => rule.pack !== 'rule-authoring').length;
		await expect(found(page)).toHaveText(`${left} of ${rules.length} rules`);
		await expect(page).toHaveURL(/\?pack=-rule-authoring$/);
		await page.getByRole('button', { name: /^Remove filter: not / }).click();
		await expect(found(page)).toHaveText(`${rules.length} rules`);
		await expect(page).toHaveURL(/\/$/);
	});

	test('keeps its state in the address: back, forward, reload, a link', async ({ page, context }) => {
		await page.goto('./');
		await box(page, 'Impact', 'High').check();
		await expect(found(page)).toContainText(' of ');
		const one = await found(page).textContent();
		await box(page, 'Pack', /nginx/i).check();
		await expect(page).toHaveURL(/\?impact=high&pack=nginx-c-modules$/);
		await expect(found(page)).not.toHaveText(one ?? '');
		const two = await found(page).textContent();

		await page.goBack();
		await expect(found(page)).toHaveText(one ?? '');
		await expect(box(page, 'Pack', /nginx/i)).not.toBeChecked();
		await page.goForward();
		await expect(found(page)).toHaveText(two ?? '');
		await page.reload();
		await expect(found(page)).toHaveText(two ?? '');
		await expect(box(page, 'Impact', 'High')).toBeChecked();

		const other = await context.newPage();
		await other.goto(page.url());
		await expect(found(other)).toHaveText(two ?? '');
	});

	test('finds a tag among all tags', async ({ page }) => {
		await page.goto('./');
		const find = facet(page, 'Tag').getByRole('searchbox', { name: 'Find a tag' });
		await find.fill('pool');
		await box(page, 'Tag', /pool/).first().check();
		await expect(page).toHaveURL(/\?tag=/);
		await expect(page.locator('.chip').first()).toContainText('#');
	});

	test('works by keyboard alone, and keeps the place', async ({ page }) => {
		await page.goto('./');
		const critical = box(page, 'Impact', 'Critical');
		await critical.focus();
		await page.keyboard.press('Space');
		await expect(critical).toBeChecked();
		await expect(critical).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(facet(page, 'Impact').getByRole('button', { name: 'not Critical' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\?impact=-critical$/);
		await expect(facet(page, 'Impact').getByRole('button', { name: 'not Critical' })).toBeFocused();
		await expect(critical).not.toBeChecked();
	});

	test('combines a search with facets and sorts', async ({ page }) => {
		await page.goto('./?q=pool&pack=nginx-c-modules');
		await expect(found(page)).toContainText(' of ');
		await expect(page.locator('.rules mark').first()).toBeVisible();
		await expect(page.getByLabel('Sort:')).toHaveValue('relevance');
		await page.getByLabel('Sort:').selectOption('title');
		await expect(page).toHaveURL(/sort=title/);
		const shown = await titles(page).allTextContents();
		expect(shown).toEqual(shown.toSorted(new Intl.Collator('en', { numeric: true }).compare));
	});

	test('shows more without losing the place', async ({ page }) => {
		const rules = await catalog(page);
		test.skip(rules.length <= 50, 'needs more rules than one page shows');
		await page.goto('./');
		await page
			.getByRole('button', { name: /^Show \d+ more$/ })
			.last()
			.click();
		await expect(titles(page)).toHaveCount(Math.min(100, rules.length));
		await expect(titles(page).nth(50)).toBeFocused();
	});

	test('says what to do when nothing is left', async ({ page }) => {
		await page.goto('./?impact=critical&tag=nobody-has-this');
		await expect(found(page)).toHaveText(/^0 of/);
		await expect(page.locator('.browser-note')).toHaveText(
			'No rule passes all of these filters. Remove one of them above.',
		);
		await page.getByRole('button', { name: 'Clear' }).click();
		await expect(titles(page).first()).toBeVisible();
	});

	test('hides the filters behind one button on a phone', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await page.goto('./');
		await expect(box(page, 'Impact', 'High')).toBeHidden();
		await page.getByText('Filters', { exact: true }).click();
		await box(page, 'Impact', 'High').check();
		await expect(found(page)).toContainText(' of ');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('lists rules, and leads to every tier, pack and tag', async ({ page }) => {
		await page.goto('./');
		await expect(titles(page).first()).toBeVisible();
		await expect(page.locator('.without-script')).toContainText('need JavaScript');
		await facet(page, 'Impact').getByRole('link', { name: 'High', exact: true }).click();
		await expect(page).toHaveURL(/\/impact\/high\/$/);
		await page.goto('./');
		await facet(page, 'Pack')
			.getByRole('link', { name: /^All \d+ packs$/ })
			.click();
		await expect(page).toHaveURL(/\/packs\/$/);
	});
});

test('the home page stays small', async ({ page }) => {
	const size = Buffer.byteLength(await (await page.request.get('./')).text());
	expect(size).toBeLessThan(60_000);
});

test.describe('the index of rules', () => {
	const INDEX = '/index/rules.json';
	/** Paths that a visit to the home page asks for by itself. */
	async function askedFor(page: Page): Promise<readonly string[]> {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		await page.goto('./', { waitUntil: 'networkidle' });
		return asked;
	}
	const isIndex = (path: string): boolean => path.endsWith(INDEX);

	test('is there before the first choice where the filters are in sight', async ({ page }) => {
		const asked = await askedFor(page);
		expect(asked.filter(isIndex)).toHaveLength(1);
		await box(page, 'Impact', 'High').check();
		await expect(found(page)).toContainText(' of ');
		expect(asked.filter(isIndex)).toHaveLength(1);
	});

	test('is left until it is asked for on a phone', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 800 });
		expect((await askedFor(page)).filter(isIndex)).toEqual([]);
	});

	test('is left until it is asked for by a reader who saves data', async ({ page }) => {
		await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
		expect((await askedFor(page)).filter(isIndex)).toEqual([]);
	});
});
