import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const file = 'content/nginx-c-modules/references/mem-pool-cleanup-handlers.md';

/** The code of the first fence after a label of a rule file. */
function codeAfter(label: string): string {
	const text = readFileSync(file, 'utf8');
	const fence = /```c\n([\s\S]*?)\n```/.exec(text.slice(text.indexOf(`**${label}`)));
	return fence?.[1] ?? '';
}

test('from the home page to the copied correct code, by keyboard alone', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('./');
	await page.keyboard.press('/');
	await page.keyboard.type('mem-pool-cleanup-handlers');
	const first = page.getByRole('option').first();
	await expect(first).toHaveAttribute('href', /\/mem-pool-cleanup-handlers\/$/);
	await expect(first).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('clean-up handlers');

	const copy = page.locator('.example.correct').first().getByRole('button', { name: /copy/i });
	await expect(copy).toBeVisible();
	for (let stops = 0; stops < 60; stops++) {
		await page.keyboard.press('Tab');
		if (await copy.evaluate((button) => button === document.activeElement)) break;
	}
	await expect(copy).toBeFocused();
	await page.keyboard.press('Enter');
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(codeAfter('Correct'));
});

test.describe('with forced colours', () => {
	test.use({ colorScheme: 'dark' });

	test('the pair is told apart by word and sign, and nothing vanishes', async ({ page }) => {
		await page.emulateMedia({ forcedColors: 'active' });
		await page.goto('./rules/nginx-c-modules/mem-pool-cleanup-handlers/');
		for (const [kind, word] of [
			['incorrect', 'Incorrect'],
			['correct', 'Correct'],
		]) {
			const example = page.locator(`.lead .example.${kind}`);
			await expect(example.locator('figcaption > strong')).toHaveText(word ?? '');
			const sign = await example
				.locator('figcaption')
				.evaluate((caption) => getComputedStyle(caption, '::before').content);
			expect(sign).not.toBe('none');
			const [ink, ground] = await example.locator('pre').evaluate((pre) => {
				const style = getComputedStyle(pre);
				return [style.color, getComputedStyle(document.documentElement).backgroundColor];
			});
			expect(ink).not.toBe(ground);
		}
		await expect(page.locator('.facts .impact').first()).toBeVisible();
	});
});

test('a rule prints to a PDF', async ({ page }) => {
	await page.goto('./rules/nginx-c-modules/mem-pool-cleanup-handlers/');
	const pdf = await page.pdf({ format: 'A4' });
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
	const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
	expect(pages).toBeGreaterThanOrEqual(1);
	expect(pages).toBeLessThanOrEqual(3);
});
