/**
 * Starts the development server with all packs, edits rules, and says when the page is there: to a program that asks for it
 * again and again, and in a Chromium that has it open.
 *
 *     npm run bench -- dev [--packs <folder>] [--runs <number>]
 */
import type { Browser, Page } from '@playwright/test';
import { launchChromium } from './harness/chromium.ts';
import { type BenchRule, type Content, editedRule, markedSentence } from './harness/content.ts';
import { count, median, millis, ratio, seconds, size } from './harness/figures.ts';
import { measure, type Running, start, stop, watchSession } from './harness/measure.ts';
import { readOptions, say } from './harness/options.ts';
import { finish } from './harness/results.ts';
import { takeTurns } from './harness/turns.ts';
import { freePort, until } from './harness/waiting.ts';
import { type Contestant, edit, keyOf } from './peers/contestant.ts';
import { enterAll, inWorkFolder } from './peers/enter.ts';

const EDITS = 5;
const HEAD = ['', 'start', 'start, ÷ ours', 'edit → answered', 'edit → on the open page', 'edit ÷ ours', 'peak memory'];

interface Served {
	/** Seconds from the start of the command until a rule's page is answered. */
	readonly start: number;
	/** Milliseconds for each edit. */
	readonly answered: readonly number[];
	readonly shown: readonly number[];
	readonly memory: number;
}

const options = readOptions();
say(`Some ${4 + 2 * options.runs} minutes for 6,000 rules`);
const browser = await launchChromium();
if (browser === null) say('There is no Chromium: open pages are left out. Run node scripts/ensure-browser.mjs');

await inWorkFolder(async (folder) => {
	const { content, contestants, absent } = await enterAll(options, folder, ['rulepress', 'starlight']);
	const { results, failures } = await takeTurns(contestants, options.runs, async (contestant, run) => {
		if (run === 0) await measure(contestant.build);
		const served = await serve(contestant, content, run, browser);
		say(`  start ${seconds(served.start)}, edit ${served.answered.map(millis).join(', ')}`);
		return served;
	});
	const values: Record<string, number> = { rules: content.rules.length, runs: options.runs };
	const summary = (name: string) => {
		const runs = results.get(name);
		if (runs === undefined) return null;
		const shown = runs.flatMap((one) => one.shown);
		return {
			start: median(runs.map((one) => one.start)),
			answered: median(runs.flatMap(({ answered }) => answered)),
			shown: shown.length === 0 ? null : median(shown),
			memory: Math.max(...runs.map(({ memory }) => memory)),
		};
	};
	const ours = summary('Rulepress');
	const lines = contestants.map((contestant) => {
		const { name } = contestant;
		const one = summary(name);
		if (one === null) return [name, `failed: ${failures.get(name)}`];
		values[`${keyOf(contestant)}.start`] = one.start;
		values[`${keyOf(contestant)}.answered`] = one.answered / 1000;
		if (one.shown !== null) values[`${keyOf(contestant)}.shown`] = one.shown / 1000;
		const other = ours === null || name === 'Rulepress' ? null : ours;
		return [
			name,
			seconds(one.start),
			other === null ? '' : ratio(one.start, other.start),
			millis(one.answered),
			one.shown === null ? '–' : millis(one.shown),
			other === null ? '' : ratio(one.answered, other.answered),
			size(one.memory),
		];
	});
	await finish(
		{
			bench: 'dev',
			title: `The development server with ${count(content.rules.length)} rules`,
			notes: [
				`${contestants.map(({ version }) => version).join('; ')}.`,
				`Medians of ${options.runs} starts, in turns, with ${EDITS} edits each, after a build has filled the caches.`,
				'Start: from the command until the page of a rule is answered.',
				'Edit: from the write of a file until its page has the new sentence, asked every 5 ms; and until a page that is open in Chromium has it.',
				...[...absent].map(([name, reason]) => `${name} is absent: ${reason}.`),
			],
			tables: [{ head: HEAD, lines: lines.map((line) => HEAD.map((_, at) => line[at] ?? '')) }],
			values,
		},
		options.record && results.has('Rulepress'),
	);
}).finally(() => browser?.close());

/** One life of a contestant's server. Throws when it does not answer within some minutes. */
async function serve(contestant: Contestant, content: Content, run: number, browser: Browser | null): Promise<Served> {
	if (contestant.dev === null) throw new Error('It has no server');
	const port = await freePort();
	const began = performance.now();
	const running: Running = start(contestant.dev(port));
	const watch = watchSession(running.child.pid ?? 0);
	const address = (rule: BenchRule) => `http://localhost:${port}/${contestant.page(rule)}`;
	try {
		const first = editedRule(content, run * 100);
		await until(async () => (await fetch(address(first))).ok, 20, running);
		const started = (performance.now() - began) / 1000;
		const answered: number[] = [];
		const shown: number[] = [];
		// The first edits of a life are like all others to its user: none is left out.
		for (let at = 1; at <= EDITS; at++) {
			const rule = editedRule(content, run * 100 + at);
			const page = browser === null || at % 2 === 0 ? null : await opened(browser, address(rule));
			const mark = markedSentence(run * 100 + at);
			await edit(contestant, rule, mark);
			const written = performance.now();
			if (page === null) {
				await until(async () => (await (await fetch(address(rule))).text()).includes(mark), 5, running);
				answered.push(performance.now() - written);
			} else {
				await page.waitForFunction((text) => document.body?.textContent.includes(text), mark, { timeout: 120_000 });
				shown.push(performance.now() - written);
				await page.context().close();
			}
			// Whatever follows an edit, such as the search index, is over before the next.
			await new Promise((resume) => setTimeout(resume, 1500));
		}
		return { start: started, answered, shown, memory: watch.end().memory };
	} finally {
		watch.end();
		stop(running.child);
	}
}

async function opened(browser: Browser, address: string): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
	// The page's own connection to the server is made after it has loaded.
	await page.waitForTimeout(1000);
	return page;
}
