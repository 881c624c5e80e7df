/**
 * Opens pages of a built site in real Chromium and says what is wrong with them: console errors, breaches of the content
 * security policy, requests to other hosts, sideways scrolling and axe violations, at 1280 and 390 pixels, light and dark.
 *
 *   node bench/audit.ts <address of the served site> [number of rule pages, default 40]
 *
 * Rule pages are taken at even distances from the catalog; all other kinds of page once. Exits with 1 when anything is found.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser.mjs';

const [site, wanted = '40'] = process.argv.slice(2);
if (site === undefined) {
	console.error('usage: node bench/audit.ts <address of the served site> [number of rule pages]');
	process.exit(2);
}

interface CatalogRule {
	readonly url: string;
	readonly pack: string;
	readonly section: string;
}

const catalog = (await (await fetch(new URL('rules.json', site))).json()) as { rules: CatalogRule[] };
const step = Math.max(1, Math.floor(catalog.rules.length / Number(wanted)));
const rules = catalog.rules.filter((_, index) => index % step === 0);
const first = rules[0];
const paths = [
	...['', 'packs/', 'tags/', 'impact/', 'impact/high/', 'no/such/page/', '?q=cache&impact=high'],
	...(first ? [`packs/${first.pack}/`, `packs/${first.pack}/${first.section}/`] : []),
	...rules.map(({ url }) => url.replace(/^(?:https?:\/\/[^/]+)?\//, '')),
];

const executablePath = findBrowser();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
let found = 0;
for (const width of [1280, 390]) {
	for (const colorScheme of ['light', 'dark'] as const) {
		const context = await browser.newContext({
			viewport: { width, height: 844 },
			colorScheme,
			reducedMotion: 'reduce',
		});
		for (const path of paths) {
			const page = await context.newPage();
			for (const problem of await problems(page, new URL(path, site))) {
				found++;
				console.log(`${width} ${colorScheme} /${path}: ${problem}`);
			}
			await page.close();
		}
		await context.close();
	}
}
await browser.close();
console.log(`${paths.length} pages, 4 ways each: ${found} problems`);
process.exitCode = found === 0 ? 0 : 1;

async function problems(page: Page, address: URL): Promise<string[]> {
	const list: string[] = [];
	const missing = address.pathname.endsWith('/no/such/page/');
	page.on('console', (message) => {
		if (message.type() === 'error' && !(missing && message.text().includes('404'))) list.push(message.text());
	});
	page.on('pageerror', (error) => list.push(error.message));
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== address.origin) list.push(`asks another host: ${request.url()}`);
	});
	await page.goto(address.href, { waitUntil: 'networkidle' });
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	if (overflow > 0) list.push(`scrolls sideways by ${overflow} pixels`);
	const { violations } = await new AxeBuilder({ page }).analyze();
	for (const { id, nodes } of violations) list.push(`axe ${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)}`);
	return list;
}
