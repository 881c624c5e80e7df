import { expect, type Page, test } from '@playwright/test';
import { SITE, TEST_PACKS } from './addresses.ts';

/** A page of every kind. */
const PAGES = [
	TEST_PACKS,
	`${TEST_PACKS}packs/`,
	`${TEST_PACKS}packs/code-blocks/`,
	`${TEST_PACKS}packs/code-blocks/code/`,
	`${TEST_PACKS}rules/code-blocks/code-alike/`,
	`${TEST_PACKS}tags/`,
	`${TEST_PACKS}impact/`,
	`${TEST_PACKS}impact/high/`,
	`${TEST_PACKS}d/`,
	`${TEST_PACKS}d/eslint/`,
	`${TEST_PACKS}d/eslint/no-eval/`,
	`${TEST_PACKS}d/eslint/radix/`,
	`${TEST_PACKS}rules/former-pack/eval/`,
	`${TEST_PACKS}d/eslint/no-such-code/`,
	`${TEST_PACKS}nothing/here/`,
	SITE,
];

/** The directives that the page goes against from now on, in order. */
async function violations(page: Page): Promise<readonly string[]> {
	const seen: string[] = [];
	await page.exposeFunction('noteViolation', (directive: string) => seen.push(directive));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
			(window as unknown as { noteViolation: (directive: string) => void }).noteViolation(effectiveDirective);
		});
	});
	return seen;
}

test.describe('the policy of the pages', () => {
	for (const address of PAGES) {
		test(`${address.replace(/.*:\d+/, '')} keeps to it`, async ({ page }) => {
			const seen = await violations(page);
			const foreign: string[] = [];
			page.on('request', (request) => {
				if (new URL(request.url()).origin !== new URL(address).origin) foreign.push(request.url());
			});
			await page.goto(address, { waitUntil: 'networkidle' });
			await expect(page.locator('h1')).toHaveCount(1);
			expect({ seen, foreign }).toEqual({ seen: [], foreign: [] });
		});
	}

	test('lets the search engine run, on a thread of its own', async ({ page }) => {
		const seen = await violations(page);
		await page.goto(TEST_PACKS);
		await page.keyboard.press('/');
		await page.keyboard.type('eval');
		await expect(page.getByRole('listbox', { name: 'Rules found' }).getByRole('option').first()).toContainText('code');
		expect(page.workers().map((worker) => worker.url())).toEqual([`${TEST_PACKS}pagefind/pagefind-worker.js`]);
		expect(seen).toEqual([]);
	});

	test.describe('stops what an injected text would do:', () => {
		const ATTEMPTS: Readonly<Record<string, readonly [directive: string, attempt: () => void]>> = {
			'text as HTML': ['require-trusted-types-for', () => document.body.insertAdjacentHTML('beforeend', '<p>x')],
			'a document from text': [
				'require-trusted-types-for',
				() => new DOMParser().parseFromString('<p>x', 'text/html').body,
			],
			'text as the address of a script': [
				'require-trusted-types-for',
				() => {
					document.createElement('script').src = '/docs/rules.json';
				},
			],
			'text as the address of a worker': ['require-trusted-types-for', () => new Worker('/docs/rules.json')],
			'a further policy': [
				'trusted-types',
				() => {
					const { trustedTypes } = window as unknown as {
						trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
					};
					trustedTypes.createPolicy('own', { createHTML: (text: string) => text });
				},
			],
			'a style attribute': ['style-src-attr', () => document.body.setAttribute('style', 'background: url(/x)')],
			'a style element': [
				'style-src-elem',
				() => document.body.append(Object.assign(document.createElement('style'), { textContent: 'p {}' })),
			],
			'an image elsewhere': [
				'img-src',
				() => document.body.append(Object.assign(new Image(), { src: 'http://[::1]/' })),
			],
			'a request elsewhere': ['connect-src', () => void fetch('http://[::1]/').catch(() => {})],
			'a frame': [
				'frame-src',
				() => document.body.append(Object.assign(document.createElement('iframe'), { src: '/docs/' })),
			],
			'another base': [
				'base-uri',
				() => document.head.append(Object.assign(document.createElement('base'), { href: 'http://[::1]/' })),
			],
		};
		for (const [what, [directive, attempt]] of Object.entries(ATTEMPTS)) {
			test(what, async ({ page }) => {
				const seen = await violations(page);
				await page.goto(TEST_PACKS);
				await page.evaluate(attempt).catch(() => {});
				await expect.poll(() => seen[0]).toBe(directive);
			});
		}
	});

	test('holds in rows that a script makes, which are those of the page letter for letter', async ({ page }) => {
		await page.goto(SITE);
		const list = page.locator('.browser .rules');
		const rows = await list.innerHTML();
		const high = page.getByRole('group', { name: 'Impact' }).getByRole('checkbox', { name: 'High', exact: true });
		await high.check();
		await expect(page).toHaveURL(/impact=high/);
		await expect(list).not.toHaveJSProperty('innerHTML', rows);
		await high.uncheck();
		await expect(list).toHaveJSProperty('innerHTML', rows);
	});
});
