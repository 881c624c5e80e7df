import { readFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';

/** What one file weighs on the disk and on its way. */
export interface Weight {
	readonly raw: number;
	readonly gzip: number;
	readonly brotli: number;
}

/** What a first visit needs until the first paint, and in all. */
export interface Visit {
	/** Milliseconds. */
	readonly firstPaint: number;
	readonly requestsBefore: number;
	readonly bytesBefore: number;
	readonly requests: number;
	readonly bytes: number;
}

/** Compressed with the defaults of Node.js, as web hosts do. */
export async function weigh(file: string): Promise<Weight> {
	const bytes = await readFile(file);
	return { raw: bytes.length, gzip: gzipSync(bytes).length, brotli: brotliCompressSync(bytes).length };
}

/** Opens a page with nothing cached, and says what came over the wire. Bytes are those of bodies, as they were sent. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
	const { page, close } = await openPage(browser);
	try {
		await page.goto(url, { waitUntil: 'load' });
		await page.waitForTimeout(500);
		return await page.evaluate(() => {
			const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
			const parts = [
				...(performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]),
				...(performance.getEntriesByType('resource') as PerformanceResourceTiming[]),
			];
			const before = parts.filter(({ responseEnd }) => responseEnd <= paint);
			const sum = (of: readonly PerformanceResourceTiming[]) => of.reduce((all, one) => all + one.encodedBodySize, 0);
			return {
				firstPaint: paint,
				requestsBefore: before.length,
				bytesBefore: sum(before),
				requests: parts.length,
				bytes: sum(parts),
			};
		});
	} finally {
		await close();
	}
}

/** A page of a browser that remembers nothing. */
export async function openPage(
	browser: Browser,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	return { page: await context.newPage(), close: () => context.close() };
}
