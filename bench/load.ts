/**
 * Serves a built site below a path by `rulepress preview` and by nginx with the text of `rulepress headers nginx`, looks
 * whether both answer as they should, and loads them with wrk on the same machine.
 *
 *     npm run bench -- load [--packs <folder>] [--limit <rules>] [--runs <number>]
 */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { count, median, millis, size } from './harness/figures.ts';
import { measure, stop } from './harness/measure.ts';
import { leave, readOptions, say } from './harness/options.ts';
import { finish, type Table } from './harness/results.ts';
import { ask, checkServer } from './load/checks.ts';
import { type Served, serveNginx, servePreview } from './load/servers.ts';
import { type Load, load } from './load/wrk.ts';
import { enterAll, inWorkFolder } from './peers/enter.ts';
import { rulepress } from './peers/rulepress.ts';

const BASE = '/docs/';
const CONNECTIONS = 32;
const SECONDS = 8;
const PLACES = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

const options = readOptions();
const wrk = program('wrk');
if (wrk === null) leave('wrk is not installed: nothing can be loaded. On Debian: apt install wrk');
const nginx = program('nginx');
if (nginx === null) say('nginx is not installed: only rulepress preview is loaded. On Debian: apt install nginx-light');

await inWorkFolder(async (folder) => {
	const field = await enterAll(options, folder, ['rulepress']);
	const [ours] = field.contestants;
	if (ours === undefined) leave(`Rulepress is absent: ${field.absent.get('rulepress')}`);
	const home = join(folder, 'rulepress');
	say(`Building ${count(field.content.rules.length)} rules`);
	await measure(rulepress(home, ['build', '--skip-invalid', '--precompress', '--base', BASE]));
	const files = filesOf(ours.out);
	const values: Record<string, number> = { rules: field.content.rules.length, runs: options.runs };
	const lines: string[][] = [];
	const checks: string[][] = [];
	for (const open of [servePreview, ...(nginx === null ? [] : [serveNginx.bind(null, nginx)])]) {
		const served = await open(home, BASE);
		try {
			const { looked, faults } = await checkServer(served.url, Object.values(files));
			checks.push([served.name, String(looked), faults.length === 0 ? 'none' : faults.join('; ')]);
			values[`${keyOf(served)}.faults`] = faults.length;
			for (const [what, path] of Object.entries(files)) lines.push(await loadOne(served, what, path, values));
		} finally {
			stop(served.running.child);
		}
	}
	const head = ['', 'gzip', 'server', 'requests a second', 'median', '99 %', 'errors'];
	const tables: Table[] = [
		{ head, lines: lines.toSorted(([a = ''], [b = '']) => order(a) - order(b)) },
		{ head: ['server', 'headers and answers looked at', 'wrong'], lines: checks },
	];
	await finish(
		{
			bench: 'load',
			title: `The site of ${count(field.content.rules.length)} rules below ${BASE}, served on loopback`,
			notes: [
				`wrk with ${CONNECTIONS} connections and one thread, ${SECONDS} seconds for each address, on the machine that serves; the median of ${options.runs} runs.`,
				'Files were compressed by the build and are sent as they are.',
				...(nginx === null ? ['nginx is not installed here.'] : []),
			],
			tables,
			values,
		},
		options.record && nginx !== null && lines.length > 0,
	);

	function order(what: string): number {
		return Object.keys(files).indexOf(what);
	}
});

async function loadOne(served: Served, what: string, path: string, values: Record<string, number>): Promise<string[]> {
	say(`${served.name}: ${what}`);
	const runs: Load[] = [];
	for (let run = 0; run < options.runs; run++) {
		runs.push(await load(wrk ?? '', served.url + path, CONNECTIONS, SECONDS));
	}
	const of = (value: 'perSecond' | 'p50' | 'p99') => median(runs.map((one) => one[value]));
	const { bytes } = await ask(served.url, BASE + path, { 'accept-encoding': 'gzip' });
	const key = `${keyOf(served)}.${what.replaceAll(' ', '-')}`;
	values[`${key}.perSecond`] = of('perSecond');
	values[`${key}.p99`] = of('p99') / 1000;
	const errors = runs.reduce((sum, one) => sum + one.errors, 0);
	return [
		what,
		size(bytes),
		served.name,
		count(Math.round(of('perSecond'))),
		millis(of('p50')),
		millis(of('p99')),
		String(errors),
	];
}

/** A file of every kind, below the site's root: the one in the middle by size where there are many. */
function filesOf(out: string): Readonly<Record<string, string>> {
	const middle = (pattern: string): string => {
		const found = globSync(pattern, { cwd: out }).filter((file) => statSync(join(out, file)).size >= 1024);
		const sorted = found.toSorted((a, b) => statSync(join(out, a)).size - statSync(join(out, b)).size);
		return encodeURI((sorted[sorted.length >> 1] ?? leave(`The site has no ${pattern}`)).replaceAll('\\', '/'));
	};
	const page = readFileSync(join(out, 'index.html'), 'utf8');
	const sheet = /href="[^"]*?(_astro\/[^"]+\.css)"/.exec(page)?.[1] ?? middle('_astro/*.css');
	return {
		'home page': '',
		'page of a rule': middle('rules/*/*/index.html').replace(/index\.html$/, ''),
		'style sheet': sheet,
		'index of rules': 'index/rules.json',
		'search fragment': middle('pagefind/fragment/*'),
	};
}

function keyOf({ name }: Served): string {
	return name.startsWith('rulepress') ? 'preview' : 'nginx';
}

/** Where a program lies; servers are not always on the path. */
function program(name: string): string | null {
	const folders = [...(process.env['PATH'] ?? '').split(':'), ...PLACES];
	return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}
