/**
 * Packs in which a vector of cross-site scripting stands in every place that reaches a page, built, and every page of every
 * kind opened in Chromium: without the site's policy, and under it. Exits with 1 when anything ran or came alive.
 *
 *   npm run bench -- xss [number of vectors]
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HtmlRenderer, Parser } from 'commonmark';
import { launchChromium } from './harness/chromium.ts';
import { countPlaces, writeHostilePacks } from './xss/packs.ts';
import { buildSite, serve } from './xss/site.ts';
import { faultsOf, type Sprung, setTrap } from './xss/trap.ts';
import { VECTORS } from './xss/vectors.ts';

/** Pages opened at once. */
const TABS = 4;
/** How long one may take, in milliseconds, on a machine that does other things as well. */
const PATIENCE = 60_000;
/** How many jobs may find the machine without means, and be tried once more. */
const MOST_RETRIES = 50;
const vectors = VECTORS.slice(0, Number(process.argv[2] ?? VECTORS.length));
const browser = await launchChromium();
if (browser === null) throw new Error('There is no Chromium');

const folder = await mkdtemp(join(tmpdir(), 'rulepress-xss-'));
await writeHostilePacks(join(folder, 'packs'), vectors);
console.log(`${vectors.length} vectors, ${countPlaces()} places each`);
const out = await buildSite(folder, '<img src=x onerror=window.__xss=1>');
const pages = await pagesOf(out);
const helps = await helpTexts(out);
console.log(`${pages.length} pages, ${helps.size} help texts of the SARIF file`);

let faults = 0;
for (const bare of [true, false]) {
	const { origin, stop } = await serve(out, bare, helps);
	const context = await browser.newContext({ bypassCSP: bare, acceptDownloads: false });
	const sprung = await setTrap(context, origin);
	const found: Sprung[] = [];
	const queue = [...[...pages, ...(bare ? helps.keys() : [])].map(open), ...asked().map(search)];
	const opened = queue.length;
	const retried = new Set<(page: Page) => Promise<void>>();
	const worker = async (): Promise<void> => {
		let page = await context.newPage();
		for (let job = queue.pop(); job !== undefined; job = queue.pop()) {
			if (queue.length % 500 === 0) console.log(`${queue.length} to open`);
			const outcome = await withPatience(job(page));
			if (outcome === null) continue;
			// Of the machine, not of the page: it opens when others have closed.
			if (outcome.includes('ERR_INSUFFICIENT_RESOURCES') && retried.size < MOST_RETRIES && !retried.has(job)) {
				retried.add(job);
				queue.unshift(job);
				continue;
			}
			found.push({ page: page.url().replace(origin, ''), what: `not opened: ${outcome}` });
			// Whatever holds it, the next page gets one of its own.
			page.close().catch(() => undefined);
			page = await context.newPage();
		}
		await withPatience(page.close());
	};
	await Promise.all(Array.from({ length: TABS }, worker));
	const all = [...sprung, ...found];
	const executed = all.filter(({ what }) => what.startsWith('executed'));
	console.log(
		`\n${bare ? 'without' : 'under'} the policy: ${opened} opened, ${executed.length} executed, ${all.length} faults`,
	);
	for (const [what, places] of Map.groupBy(all, ({ what }) => what)) {
		console.log(`  ${places.length} × ${what} (${places[0]?.page.slice(0, 200)})`);
	}
	faults += all.length;
	await context.close();
	stop();

	function open(path: string): (page: Page) => Promise<void> {
		return async (page) => {
			await page.goto(`${origin}/${path.replace(/^\//, '')}`, { waitUntil: 'load' });
			await note(page);
		};
	}

	/** A typed search, and the page that an address asks for. */
	function search(query: string): (page: Page) => Promise<void> {
		return async (page) => {
			await page.goto(`${origin}/?q=${encodeURIComponent(query)}&tag=${encodeURIComponent(query)}`);
			await note(page);
			await page.goto(`${origin}/rules/${encodeURIComponent(query)}/`);
			await page.locator('#search-input, search input').first().fill(query);
			await page.waitForTimeout(150);
			await note(page);
		};
	}

	async function note(page: Page): Promise<void> {
		const at = page.url().replace(origin, '');
		for (const what of await faultsOf(page)) found.push({ page: at, what });
	}
}
await browser.close();
await rm(folder, { recursive: true });
process.exitCode = faults === 0 ? 0 : 1;

/** What went wrong with a job; null when nothing did. One that does not end, as in a page that never rests, went wrong. */
async function withPatience(job: Promise<void>): Promise<string | null> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<string>((done) => {
		timer = setTimeout(() => done('no end'), PATIENCE);
	});
	const ended = job.then(
		() => null,
		(error: Error) => error.message,
	);
	return Promise.race([ended, late]).finally(() => clearTimeout(timer));
}

/** Words that find many vectors, and each vector itself. */
function asked(): readonly string[] {
	return [
		'img',
		'onerror',
		'script',
		'svg onload',
		'javascript',
		'<mark>',
		...vectors.map((vector) => vector.toWellFormed()),
	];
}

/** Every page, and what else a browser shows, as paths in the site. */
async function pagesOf(site: string): Promise<readonly string[]> {
	const files = await readdir(site, { recursive: true, withFileTypes: true });
	return files
		.filter((file) => file.isFile() && /\.(?:html|xml|svg)$/.test(file.name))
		.map((file) => join(file.parentPath, file.name).slice(site.length + 1))
		.filter((path) => !path.startsWith('pagefind/'))
		.map((path) =>
			path
				.replace(/(^|\/)index\.html$/, '$1')
				.split('/')
				.map(encodeURIComponent)
				.join('/'),
		);
}

/** The help of every rule as a Markdown viewer that lets HTML through renders it, by the path at which it is shown. */
async function helpTexts(site: string): Promise<ReadonlyMap<string, string>> {
	const sarif = JSON.parse(await readFile(join(site, 'rules.sarif'), 'utf8')) as {
		runs: readonly { tool: { driver: { rules: readonly { help: { markdown: string } }[] } } }[];
	};
	const [parser, writer] = [new Parser(), new HtmlRenderer()];
	const rules = sarif.runs.flatMap(({ tool }) => tool.driver.rules);
	return new Map(
		rules.map(({ help }, index) => [
			`/help/${index}`,
			`<!doctype html><title>Help</title><body>${writer.render(parser.parse(help.markdown))}`,
		]),
	);
}
