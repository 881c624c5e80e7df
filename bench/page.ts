/**
 * Weighs pages beside those of Starlight, and uses the home page of a site of 50,000 made-up rules in Chromium.
 *
 *     npm run bench -- page [--packs <folder>] [--runs <number>] [--limit <rules to compare, default 600>]
 *
 * The weight of a rule's page does not depend on how many others there are, so a part of the packs is enough.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { RULE_FILE } from '../src/site/client/rule-file.ts';
import { launchChromium } from './harness/chromium.ts';
import { count, median, millis, ratio, size } from './harness/figures.ts';
import { filterTimes } from './harness/filters.ts';
import { measure } from './harness/measure.ts';
import { leave, readOptions, say } from './harness/options.ts';
import { visit, type Weight, weigh } from './harness/page-weight.ts';
import { finish, type Table } from './harness/results.ts';
import { type Contestant, keyOf } from './peers/contestant.ts';
import { enterAll, type Field, inWorkFolder } from './peers/enter.ts';
import { enterRulepress } from './peers/rulepress.ts';
import { percentile } from './search/score.ts';
import { serveCompressed } from './search/server.ts';
import { writeSyntheticPacks } from './synthetic/packs.ts';

const SLICE = 600;
const SIZES = [1_000, 50_000];
const WEIGHTS = [
	'rule page',
	'HTML',
	'gzip',
	'brotli',
	'first visit: requests',
	'bytes, gzip',
	'HTML ÷ ours',
	'gzip ÷ ours',
];
const HOME = [
	'home page of',
	'HTML',
	'gzip',
	'until first paint: requests',
	'bytes, gzip',
	'first paint',
	'first filter',
	'further filters, median',
	'slowest',
];

const options = readOptions();
const chromium = await launchChromium();
if (chromium === null) leave('There is no Chromium: run node scripts/ensure-browser.mjs');
say('Some 10 minutes: two sites of a part of the packs, one of 1,000 rules and one of 50,000');

const values: Record<string, number> = { runs: options.runs };
const failures: string[] = [];
await inWorkFolder(async (folder) => {
	const field = await enterAll({ ...options, limit: options.limit ?? SLICE }, folder, ['rulepress', 'starlight']);
	const weights = await weighRules(field, chromium);
	const home = await useHome(folder, chromium);
	await finish(
		{
			bench: 'page',
			title: `Pages: the rules of ${count(field.content.rules.length)} beside Starlight, and the home page at 50,000`,
			notes: [
				`${field.contestants.map(({ version }) => version).join('; ')}.`,
				'Rule pages: medians over all rules; a first visit with nothing cached is one to the rule in the middle by size.',
				`Home page: medians of ${options.runs} visits to made-up packs on the same machine, not slowed down.`,
				'A filter is timed from the click until the frame after the list has changed; the first one loads the index of rules.',
				...failures,
				...[...field.absent].map(([name, reason]) => `${name} is absent: ${reason}.`),
			],
			tables: [weights, home],
			values,
		},
		options.record && values['home.50000.filter'] !== undefined,
	);
}).finally(() => chromium.close());

async function weighRules({ content, contestants }: Field, browser: Browser): Promise<Table> {
	const lines: string[][] = [];
	let ours: { raw: number; gzip: number } | null = null;
	for (const contestant of contestants) {
		const { name, out } = contestant;
		try {
			say(`${name}: building ${count(content.rules.length)} rules`);
			await measure(contestant.build);
			const one = await weighAll(contestant, content.rules.map(contestant.page));
			const server = await serveCompressed(out);
			const seen = await visit(browser, server.url + one.middle).finally(() => server.stop());
			const { raw, gzip, brotli } = one;
			for (const [what, value] of Object.entries({ raw, gzip, brotli })) values[`${keyOf(contestant)}.${what}`] = value;
			values[`${keyOf(contestant)}.requests`] = seen.requests;
			const own = [name, size(raw), size(gzip), size(brotli), String(seen.requests), size(seen.bytes)];
			lines.push(ours === null ? [...own, '', ''] : [...own, ratio(raw, ours.raw), ratio(gzip, ours.gzip)]);
			if (name === 'Rulepress') ours = { raw, gzip };
		} catch (error) {
			failures.push(`${name} failed: ${error instanceof Error ? error.message : error}.`);
		}
	}
	return { head: WEIGHTS, lines };
}

/** The middle of all pages that are there. */
async function weighAll({ out }: Contestant, pages: readonly string[]) {
	const found: (Weight & { readonly page: string })[] = [];
	for (const page of pages) {
		const weight = await weigh(join(out, page, 'index.html')).catch(() => null);
		if (weight !== null) found.push({ page, ...weight });
	}
	const sorted = found.toSorted((a, b) => a.raw - b.raw);
	const middle = sorted[sorted.length >> 1];
	if (middle === undefined) throw new Error('No rule has a page');
	const of = (what: 'raw' | 'gzip' | 'brotli') => Math.round(median(found.map((one) => one[what])));
	return { middle: middle.page, raw: of('raw'), gzip: of('gzip'), brotli: of('brotli') };
}

async function useHome(folder: string, browser: Browser): Promise<Table> {
	const lines: string[][] = [];
	for (const rules of SIZES) {
		try {
			lines.push(await useHomeOf(rules, join(folder, `home-${rules}`), browser));
		} catch (error) {
			failures.push(`${count(rules)} rules failed: ${error instanceof Error ? error.message : error}.`);
		}
	}
	return { head: HOME, lines };
}

async function useHomeOf(rules: number, home: string, browser: Browser): Promise<string[]> {
	say(`Building ${count(rules)} made-up rules`);
	const packs = join(home, 'packs');
	await mkdir(packs, { recursive: true });
	await writeSyntheticPacks(packs, rules);
	const ours = await enterRulepress({ folder: packs, rules: [] }, home);
	await measure(ours.build);
	const { raw, gzip } = await weigh(join(ours.out, 'index.html'));
	const server = await serveCompressed(ours.out);
	try {
		// Hosts keep what they have compressed; the server of this bench compresses at the first request.
		await (await fetch(new URL(RULE_FILE.slice(1), server.url))).arrayBuffer();
		const visits = [];
		const filters = [];
		for (let run = 0; run < options.runs; run++) {
			visits.push(await visit(browser, server.url));
			filters.push(await filterTimes(browser, server.url));
		}
		const paint = median(visits.map(({ firstPaint }) => firstPaint));
		const before = median(visits.map(({ bytesBefore }) => bytesBefore));
		const first = median(filters.map((one) => one.first));
		const later = filters.flatMap((one) => one.later);
		const worst = percentile(later, 1);
		const figures = {
			raw,
			gzip,
			before,
			paint: paint / 1000,
			first: first / 1000,
			filter: median(later) / 1000,
			worst: worst / 1000,
		};
		for (const [what, value] of Object.entries(figures)) values[`home.${rules}.${what}`] = value;
		const requests = median(visits.map(({ requestsBefore }) => requestsBefore));
		const times = [paint, first, median(later), worst].map(millis);
		return [`${count(rules)} rules`, size(raw), size(gzip), String(requests), size(before), ...times];
	} finally {
		server.stop();
	}
}
