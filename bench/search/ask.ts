import type { Page } from '@playwright/test';
import { PLAIN_INDEX } from './sites.ts';

const LISTED = 8;

/** The ids that the search box of a page lists for a text, in order. The page must be one of the built site. */
export async function askBox(page: Page, text: string): Promise<readonly string[]> {
	const field = page.locator('.site-header .search input');
	await field.fill('');
	await field.focus();
	await page.waitForFunction(() => document.querySelectorAll('#search-options [role=option]').length === 0);
	await field.fill(text);
	await settled(page);
	const links = page.locator('#search-options [role=option]:not([data-search-all])');
	return (await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))).map(idOf);
}

/** Waits until the list shows results or says that there are none. */
export async function settled(page: Page): Promise<void> {
	await page.waitForFunction(() => {
		const message = document.querySelector('.search-message')?.textContent ?? '';
		const found = document.querySelector('#search-options [role=option]') !== null;
		return found || /^(No rule|Search could)/.test(message);
	});
}

/** The ids that Pagefind lists for a text with the plain index and no options. */
export async function askPlain(page: Page, text: string): Promise<readonly string[]> {
	const urls = await page.evaluate(
		async ([address, typed, most]) => {
			const engine = await import(address);
			const { results } = await engine.search(typed);
			const first = results.slice(0, most) as { data(): Promise<{ url: string }> }[];
			return (await Promise.all(first.map((one) => one.data()))).map(({ url }) => url);
		},
		[`/${PLAIN_INDEX}/pagefind.js`, text, LISTED] as const,
	);
	return urls.map(idOf);
}

function idOf(url: string): string {
	return url.replace(/^.*\/rules\//, '').replace(/\/(?:index\.html)?$/, '');
}
