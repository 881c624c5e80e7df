import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { TEST_PACKS } from './addresses.ts';

test.use({ baseURL: TEST_PACKS });

const folder = new URL('./packs/code-blocks/rules/', import.meta.url);

/** The code of every fence of a rule file, as its author wrote it. */
function writtenCode(rule: string): string[] {
	const text = readFileSync(new URL(`${rule}.md`, folder), 'utf8');
	return [...text.matchAll(/^```\w+\n([\s\S]*?)\n```$/gm)].map(([, code = '']) => code);
}

const open = (page: Page, rule: string) => page.goto(`rules/code-blocks/${rule}/`);
const tool = (place: Page | Locator, name: string) => place.getByRole('button', { name, exact: true });
/** The blocks of the author; a diff is made of them. */
const blocks = (page: Page) => page.locator('.code:not(.diff .code)');

test.describe('copying', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
	const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

	test('of a variant gives the code of the chosen one', async ({ page }) => {
		await open(page, 'code-variants');
		const copied: string[] = [];
		for (const name of ['Python', 'Node.js']) {
			await page.getByRole('tab', { name }).first().click();
			await tool(page.locator('.incorrect'), 'Copy').click();
			await expect(tool(page.locator('.incorrect'), 'Copied')).toBeVisible();
			copied.push(await clipboard(page));
		}
		expect(copied).toEqual(writtenCode('code-variants').slice(0, 2));
	});

	for (const rule of ['code-alike', 'code-wide', 'code-long']) {
		test(`gives the code of ${rule} letter for letter`, async ({ page }) => {
			await open(page, rule);
			const copied: string[] = [];
			// A button that was pressed has another name for a while.
			for (const button of await page.locator('.code-tools :not([aria-pressed])').all()) {
				await page.evaluate(() => navigator.clipboard.writeText(''));
				await button.dispatchEvent('click');
				await expect.poll(() => clipboard(page)).not.toBe('');
				copied.push(await clipboard(page));
			}
			expect(copied).toEqual(writtenCode(rule));
		});
	}

	test('says that it is done, to the eye and to the ear', async ({ page }) => {
		await open(page, 'code-alike');
		await tool(page.locator('.example.correct'), 'Copy').click();
		await expect(tool(page.locator('.example.correct'), 'Copied')).toBeVisible();
		await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
		await expect(tool(page.locator('.example.correct'), 'Copy')).toBeVisible();
	});

	test('of what is selected gives the code and nothing that is drawn around it', async ({ page }) => {
		await open(page, 'code-alike');
		const selected = await blocks(page).evaluateAll((all) =>
			all.map((block) => {
				getSelection()?.selectAllChildren(block.querySelector('code') ?? block);
				return getSelection()?.toString();
			}),
		);
		expect(selected.map((text) => text?.trim())).toEqual(writtenCode('code-alike').map((code) => code.trim()));
	});
});

test.describe('wrapping', () => {
	const scrolls = (page: Page) =>
		page
			.locator('.incorrect pre')
			.first()
			.evaluate((pre) => pre.scrollWidth > pre.clientWidth);

	test('breaks long lines, says whether it does, and is remembered', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await open(page, 'code-wide');
		const wrap = tool(page.locator('.incorrect'), 'Wrap long lines');
		await expect(wrap).toHaveAttribute('aria-pressed', 'false');
		expect(await scrolls(page)).toBe(true);
		await wrap.focus();
		await page.keyboard.press('Enter');
		await expect(wrap).toHaveAttribute('aria-pressed', 'true');
		expect(await scrolls(page)).toBe(false);
		await page.reload();
		await expect(wrap).toHaveAttribute('aria-pressed', 'true');
		expect(await scrolls(page)).toBe(false);
		await wrap.click();
		expect(await scrolls(page)).toBe(true);
	});

	test('is not offered where all lines fit', async ({ page }) => {
		await open(page, 'code-alike');
		await expect(tool(page.locator('.incorrect'), 'Copy')).toBeVisible();
		await expect(tool(page.locator('.incorrect'), 'Wrap long lines')).toBeHidden();
	});
});

test.describe('a pair that is alike', () => {
	test('has its differing words marked by ground and by line', async ({ page }) => {
		await open(page, 'code-alike');
		await expect(page.locator('.incorrect mark')).toHaveText(['60_000']);
		await expect(page.locator('.correct mark')).toHaveText(['5_000']);
		const looks = await page
			.locator('.example mark')
			.evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).textDecorationStyle));
		expect(looks).toEqual(['wavy', 'solid']);
	});

	test('has a diff that the keyboard opens', async ({ page }) => {
		await open(page, 'code-alike');
		const diff = page.locator('.diff');
		await expect(diff.locator('.code')).toBeHidden();
		await diff.locator('summary').focus();
		await page.keyboard.press('Enter');
		await expect(diff.locator('.code')).toBeVisible();
		await expect(diff.locator('.line.del')).toHaveText(/^\tconst text = .* 60_000 /);
		await expect(diff.locator('.line.ins')).toHaveText(/^\tconst text = .* 5_000 /);
		const signs = await diff
			.locator('.line:is(.del, .ins)')
			.evaluateAll((lines) => lines.map((line) => getComputedStyle(line, '::before').content));
		expect(signs.map((sign) => sign.slice(0, 3))).toEqual(['"−"', '"+"']);
		await expect(tool(diff, 'Copy')).toHaveCount(0);
	});
});

test('a pair that is not alike has no diff', async ({ page }) => {
	await open(page, 'code-wide');
	await expect(page.locator('.diff')).toHaveCount(0);
});

test.describe('long code', () => {
	const heightOf = (code: Locator) => code.locator('pre').evaluate((pre) => pre.clientHeight);

	test('is folded until the reader asks for all of it', async ({ page }) => {
		await open(page, 'code-long');
		const long = page.locator('.prose .code');
		const folded = await heightOf(long);
		const unfold = tool(long, 'Show all 50 lines');
		await expect(unfold).toHaveAttribute('aria-expanded', 'false');
		await unfold.focus();
		await page.keyboard.press('Enter');
		expect(await heightOf(long)).toBeGreaterThan(folded * 1.5);
		await expect(tool(long, 'Show fewer lines')).toBeFocused();
		await expect(tool(long, 'Show fewer lines')).toHaveAttribute('aria-expanded', 'true');
		await page.keyboard.press('Enter');
		expect(await heightOf(long)).toBe(folded);
	});

	test('unfolds when something leads into its hidden part', async ({ page }) => {
		await open(page, 'code-long');
		const long = page.locator('.prose .code');
		await expect(tool(long, 'Show all 50 lines')).toBeVisible();
		await long.locator('pre').evaluate((pre) => pre.scrollTo(0, 300));
		await expect(tool(long, 'Show fewer lines')).toBeVisible();
	});

	test('of the first pair is shown whole up to 60 lines', async ({ page }) => {
		await open(page, 'code-long');
		await expect(page.locator('.lead .unfold')).toHaveCount(0);
	});

	test('is printed whole', async ({ page }) => {
		await open(page, 'code-long');
		const long = page.locator('.prose .code');
		const folded = await heightOf(long);
		await page.emulateMedia({ media: 'print' });
		expect(await heightOf(long)).toBeGreaterThan(folded * 1.5);
		await expect(long.locator('.unfold')).toBeHidden();
	});
});

test.describe('variants of an example', () => {
	const chosen = (page: Page) => page.getByRole('tab', { selected: true });

	test('are tabs, and the chosen one is chosen everywhere', async ({ page }) => {
		await open(page, 'code-variants');
		await expect(page.getByRole('tablist')).toHaveCount(2);
		await expect(chosen(page)).toHaveText(['Python', 'Python']);
		await expect(page.getByRole('tabpanel')).toHaveCount(2);
		await page.getByRole('tab', { name: 'Node.js' }).last().click();
		await expect(chosen(page)).toHaveText(['Node.js', 'Node.js']);
		await expect(page.getByRole('tabpanel', { name: 'Node.js' }).first()).toContainText('retries: 0');
		await open(page, 'code-variants-again');
		await expect(chosen(page)).toHaveText(['Node.js', 'Node.js']);
		await expect(page.getByRole('tabpanel', { name: 'Node.js' }).last()).toContainText('retries: 5');
	});

	test('are chosen by the arrow keys, Home and End, and are one stop of the Tab key', async ({ page }) => {
		await open(page, 'code-variants');
		await page.getByRole('tab', { name: 'Python' }).first().focus();
		for (const [key, name] of [
			['ArrowRight', 'Node.js'],
			['ArrowRight', 'Python'],
			['ArrowLeft', 'Node.js'],
			['Home', 'Python'],
			['End', 'Node.js'],
		] as const) {
			await page.keyboard.press(key);
			await expect(page.getByRole('tab', { name }).first()).toBeFocused();
			await expect(chosen(page)).toHaveText([name, name]);
		}
		await page.keyboard.press('Shift+Tab');
		await expect(page.getByRole('tab', { name: 'Python' }).first()).not.toBeFocused();
	});

	test('are printed one below the other', async ({ page }) => {
		await open(page, 'code-variants');
		await expect(page.getByRole('tablist')).toHaveCount(2);
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('.variant:visible')).toHaveText(['Python:', 'Node.js:', 'Python:', 'Node.js:']);
		await expect(page.locator('.code:visible')).toHaveCount(4);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('long code is shown whole', async ({ page }) => {
		await open(page, 'code-long');
		const box = await page.locator('.prose .code code').boundingBox();
		const frame = await page.locator('.prose .code pre').boundingBox();
		expect(frame?.height).toBeGreaterThanOrEqual(box?.height ?? Number.POSITIVE_INFINITY);
	});

	test('variants stand one below the other with their names', async ({ page }) => {
		await open(page, 'code-variants');
		await expect(page.locator('.variant:visible')).toHaveText(['Python:', 'Node.js:', 'Python:', 'Node.js:']);
		await expect(page.locator('.code:visible')).toHaveCount(4);
	});

	test('a diff can be opened', async ({ page }) => {
		await open(page, 'code-alike');
		await page.locator('.diff summary').click();
		await expect(page.locator('.diff .code')).toBeVisible();
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`no kind of code has an accessibility violation in the ${colorScheme} theme`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		for (const rule of ['code-alike', 'code-wide', 'code-long', 'code-variants']) {
			await open(page, rule);
			for (const summary of await page.locator('.diff summary').all()) await summary.click();
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
		}
	});
}

test('every control of the code is reached by the Tab key and shows that it is', async ({ page }) => {
	for (const rule of ['code-alike', 'code-long', 'code-variants']) {
		await open(page, rule);
		const controls = page.locator('article :is(.code-tool, summary, .unfold, [role="tab"][tabindex="0"], pre):visible');
		await expect(controls.first()).toBeVisible();
		const expected = await controls.evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 80)));
		const reached: string[] = [];
		for (let stops = 0; stops < 60 && reached.length < expected.length; stops++) {
			await page.keyboard.press('Tab');
			const stop = await page.evaluate(() => {
				const focused = document.activeElement;
				if (!focused?.matches('article :is(.code-tool, summary, .unfold, [role="tab"], pre)')) return null;
				return { html: focused.outerHTML.slice(0, 80), outline: getComputedStyle(focused).outlineStyle };
			});
			if (stop === null) continue;
			expect(stop.outline).not.toBe('none');
			reached.push(stop.html);
		}
		expect(reached.sort()).toEqual(expected.sort());
	}
});

test('a rule page loads at most 6 KB of scripts and 8 KB of styles', async ({ page }) => {
	const sizes = { script: 0, stylesheet: 0 };
	page.on('response', async (response) => {
		const kind = response.request().resourceType();
		if (kind === 'script' || kind === 'stylesheet') sizes[kind] += gzipSync(await response.body()).length;
	});
	await open(page, 'code-alike');
	await page.waitForLoadState('networkidle');
	expect(sizes.script).toBeGreaterThan(0);
	expect(sizes.script).toBeLessThanOrEqual(6 * 1024);
	expect(sizes.stylesheet).toBeGreaterThan(0);
	expect(sizes.stylesheet).toBeLessThanOrEqual(8 * 1024);
});
