/**
 * Asks the search of a built site questions with known answers, beside Pagefind with its defaults, and times it.
 *
 *   npm run bench:search -- <content folder> [--site <folder of its built site>] [--no-times]
 *
 * The answers in `search/questions.json` are rules of one collection of packs; with other packs the figures say nothing, and
 * the command says so and stops. Prints Markdown tables, and with --missed the questions of the `tune` half that miss.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser.mjs';
import { askBox, askPlain } from './search/ask.ts';
import { latencies } from './search/latency.ts';
import { type Answers, markdownTable, percentile, type Question, scoreTable } from './search/score.ts';
import { serveCompressed } from './search/server.ts';
import { buildPlainIndex, buildSite, PLAIN_INDEX } from './search/sites.ts';

const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: { site: { type: 'string' }, 'no-times': { type: 'boolean' }, missed: { type: 'boolean' } },
});

const [content] = positionals;
if (content === undefined) stop('usage: npm run bench:search -- <content folder> [--site <built site>] [--no-times]');
if (!existsSync(content)) stop(`The packs are not there: ${resolve(content)}`);
const executablePath = findBrowser();
if (executablePath === null) stop('The benchmark needs Chromium: run node scripts/ensure-browser.mjs');

const questions: readonly Question[] = JSON.parse(
	await readFile(join(import.meta.dirname, 'search', 'questions.json'), 'utf8'),
);
const made = values.site === undefined ? await mkdtemp(join(tmpdir(), 'rulepress-bench-')) : null;
const site = values.site === undefined ? join(made ?? '', 'site') : resolve(values.site);
try {
	if (made !== null) await buildSite(resolve(content), site);
	checkAnswers(site);
	if (!existsSync(join(site, PLAIN_INDEX))) await buildPlainIndex(site);
	const server = await serveCompressed(site);
	const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
	console.log(
		`Index: ${await megabytes(join(site, 'pagefind'))}; with Pagefind's defaults ${await megabytes(join(site, PLAIN_INDEX))}\n`,
	);
	await printScores(browser, server.url);
	if (!values['no-times']) await printTimes(browser, server.url);
	await browser.close();
	server.stop();
} finally {
	if (made !== null) await rm(made, { recursive: true, force: true });
}

async function printScores(browser: Browser, url: string): Promise<void> {
	const page = await browser.newPage();
	await page.goto(url);
	const shipped = await answers('Rulepress', page, askBox);
	const plain = await answers('Pagefind’s defaults', page, askPlain);
	console.log(scoreTable(questions, [shipped, plain]));
	if (values.missed) printMissed(shipped);
	await page.close();
}

async function answers(
	name: string,
	page: Page,
	ask: (page: Page, text: string) => Promise<readonly string[]>,
): Promise<Answers> {
	const listed: (readonly string[])[] = [];
	for (const { query } of questions) listed.push(await ask(page, query));
	return { name, listed };
}

function printMissed({ listed }: Answers): void {
	for (const [i, { split, query, accept }] of questions.entries()) {
		const [first] = listed[i] ?? [];
		if (split === 'tune' && (first === undefined || !accept.includes(first)))
			console.log(`\n${query}\n  first: ${first ?? 'nothing'}\n  right: ${accept.join(' ')}`);
	}
}

async function printTimes(browser: Browser, url: string): Promise<void> {
	const some = questions.filter((_, i) => i % 5 === 0).map(({ query }) => query);
	const { first, typed, pasted } = await latencies(browser, url, some);
	const line = (name: string, times: readonly number[]): string[] => [
		name,
		String(times.length),
		...[0.5, 0.95].map((share) => String(Math.round(percentile(times, share)))),
	];
	const lines = [
		line('first search of a visit, last letter', first),
		line('later search, last letter', typed),
		line('later search, pasted whole', pasted),
	];
	console.log(`\n${markdownTable(['4× slower processor, Fast 3G', 'n', 'median ms', 'p95 ms'], lines)}`);
}

/** Throws when the site does not hold the rules that the questions are about. */
function checkAnswers(folder: string): void {
	const ids = questions.flatMap(({ accept }) => accept);
	const there = ids.filter((id) => existsSync(join(folder, 'rules', id, 'index.html')));
	if (there.length < ids.length * 0.9)
		throw new Error(`Only ${there.length} of the ${ids.length} rules that are right answers are among these packs.`);
}

async function megabytes(folder: string): Promise<string> {
	const files = await readdir(folder, { recursive: true, withFileTypes: true });
	const sizes = files
		.filter((one) => one.isFile())
		.map(async (one) => (await readFile(join(one.parentPath, one.name))).length);
	const sum = (await Promise.all(sizes)).reduce((all, size) => all + size, 0);
	return `${(sum / 1e6).toFixed(1)} MB`;
}

function stop(message: string): never {
	console.error(message);
	process.exit(2);
}
