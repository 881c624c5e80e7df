import type { Browser, Page } from '@playwright/test';
import { settled } from './ask.ts';

/** What the developer tools of Chromium call Fast 3G, in bytes and milliseconds, and a processor a quarter as fast. */
const FAST_3G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const SLOWER_CPU = 4;
const FIRST_SEARCHES = 10;
/** A reader types on without waiting; the whole of a long message would be pasted. */
const TYPED_LETTERS = 40;

/** Milliseconds from a key press, or a paste, until the results are in the page. */
export interface Latencies {
	/** The last letter of the first search on a page, nothing cached. */
	readonly first: readonly number[];
	/** The last letter of a later search. */
	readonly typed: readonly number[];
	/** A whole text pasted at once into a page that has searched before. */
	readonly pasted: readonly number[];
}

/** Times searches for some texts on a throttled page. */
export async function latencies(browser: Browser, url: string, texts: readonly string[]): Promise<Latencies> {
	const first: number[] = [];
	const typeable = texts.filter(({ length }) => length <= TYPED_LETTERS);
	for (const text of typeable.slice(0, FIRST_SEARCHES)) {
		const page = await throttledPage(browser, url);
		await page.keyboard.press('/');
		await page.keyboard.type(text.slice(0, -1), { delay: 60 });
		first.push(await timed(page, () => page.keyboard.type(text.slice(-1))));
		await page.context().close();
	}
	const page = await throttledPage(browser, url);
	const field = page.locator('.site-header .search input');
	await field.focus();
	await field.fill('warm');
	await settled(page);
	const typed: number[] = [];
	const pasted: number[] = [];
	for (const [i, text] of texts.entries()) {
		await field.fill('');
		await page.waitForTimeout(200);
		if (i % 2 === 0) {
			pasted.push(await timed(page, () => field.fill(text)));
		} else {
			await field.fill(text.slice(0, -1));
			await settled(page);
			typed.push(await timed(page, () => page.keyboard.type(text.slice(-1))));
		}
	}
	await page.context().close();
	return { first, typed, pasted };
}

async function throttledPage(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext();
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', FAST_3G);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
	await page.goto(url, { waitUntil: 'load' });
	await page.waitForTimeout(1000);
	return page;
}

/** Runs what changes the field, and gives the time from its `input` event until the list is written anew. */
async function timed(page: Page, change: () => Promise<void>): Promise<number> {
	// The watch must stand before the change: a busy page handles keys before scripts.
	const watch = await page.evaluateHandle(() => {
		let start = 0;
		document.addEventListener(
			'input',
			() => {
				start = performance.now();
			},
			{ capture: true, once: true },
		);
		const taken = new Promise<number>((done) => {
			const observer = new MutationObserver(() => {
				const message = document.querySelector('.search-message')?.textContent ?? '';
				const found = document.querySelector('#search-options [role=option]') !== null;
				if (start > 0 && (found || message.startsWith('No rule'))) {
					observer.disconnect();
					done(performance.now() - start);
				}
			});
			observer.observe(document.body, { subtree: true, childList: true });
		});
		return { taken };
	});
	await change();
	return watch.evaluate(({ taken }) => taken);
}
