import type { Browser } from '@playwright/test';
import { openPage } from './page-weight.ts';

/** Milliseconds from a click on a filter until the list that it leaves is painted. */
export interface FilterTimes {
	/** The first click of a visit, which has to load the index of rules. */
	readonly first: number;
	readonly later: readonly number[];
}

/** Boxes to tick, one after the other: in which group, and which of them. */
const CLICKS: readonly (readonly [facet: string, place: number])[] = [
	['impact', 0],
	['impact', 1],
	['pack', 0],
	['impact', 1],
	['pack', 0],
	['tag', 0],
	['impact', 0],
	['tag', 1],
	['tag', 0],
	['tag', 1],
];

/** Ticks filters of a home page in Chromium, as fast as the page follows. Throws when a click has no effect in half a minute. */
export async function filterTimes(browser: Browser, url: string): Promise<FilterTimes> {
	const { page, close } = await openPage(browser);
	try {
		await page.goto(url, { waitUntil: 'load' });
		await page.waitForTimeout(500);
		const times: number[] = [];
		for (const [facet, place] of CLICKS) {
			times.push(await page.evaluate(tick, { facet, place }));
			await page.waitForTimeout(100);
		}
		const [first = Number.NaN, ...later] = times;
		return { first, later };
	} finally {
		await close();
	}
}

/** Runs in the page. */
function tick({ facet, place }: { facet: string; place: number }): Promise<number> {
	const boxes = document.querySelectorAll<HTMLInputElement>(`[data-facet="${facet}"] input[type="checkbox"]`);
	const box = boxes[place];
	const said = (): string => document.querySelector('.found')?.textContent ?? '';
	const before = said();
	if (box === undefined) throw new Error(`There is no filter ${place} of ${facet}`);
	return new Promise((resolve, reject) => {
		const limit = setTimeout(() => reject(new Error(`A click on ${facet} changed nothing`)), 30_000);
		const began = performance.now();
		const watch = new MutationObserver(() => {
			if (said() === before || !/\d/.test(said())) return;
			watch.disconnect();
			clearTimeout(limit);
			// A task that a frame asks for comes after the frame has been painted.
			requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
		});
		watch.observe(document.body, { childList: true, subtree: true, characterData: true });
		box.click();
	});
}
