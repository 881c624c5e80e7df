/** Runs one of the benchmarks: `npm run bench -- <name> [option…]`. Without a name, lists them. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { USAGE } from './harness/options.ts';

const BENCHES: Readonly<Record<string, string>> = {
	build: 'cold builds beside Starlight and Hugo: time, memory, output',
	edit: 'one rule edited, or none: time until the whole site is published, beside the same',
	scale: 'cost of a rule at 1,000, 5,800, 20,000 and 50,000 made-up rules',
	check: 'CPU of `check` for each rule, cold and warm',
	dev: 'development server: start, and from an edit to the page, beside Starlight',
	page: 'bytes and requests of pages beside Starlight; filters at 50,000 rules in Chromium',
	faults: 'kills, full disks, harmed caches, wrong clocks: what is served, and what the next build makes',
	fences: 'how long the hardest lines of code take to highlight, in each language',
	floor: 'what no build can do without: reading, highlighting once, writing',
	docs: 'puts the results that are kept into docs/performance.md, README.md and the plot',
	search: 'how well and how fast the search answers: <content folder>',
	load: 'requests a second of the site under `preview` and nginx, and whether their headers are right',
	link: 'time and memory of `link` on large reports: [megabytes]',
	'link-samples': 'every report of a folder through `link`: <folder>',
	fuzz: 'mutated rules and reports through parse, render and link: --inputs, --seed, --only',
	lossless: 'every fence of every rule against its page: <site folder> <content folder…>',
	xss: 'vectors of cross-site scripting in every place of a pack, every page opened in Chromium: [vectors]',
	crawl: 'every address in every file of a built site, its HTML, XML, JSON and names: [content folder]',
	audit: 'pages of a served site in Chromium, and what is wrong with them: <address>',
};

const [name = '', ...args] = process.argv.slice(2);
if (BENCHES[name] === undefined) {
	const width = Math.max(...Object.keys(BENCHES).map(({ length }) => length));
	const lines = Object.entries(BENCHES).map(([one, what]) => `  ${one.padEnd(width)}  ${what}`);
	console.error(
		`npm run bench -- <name> [option…]\n\n${lines.join('\n')}\n\nbuild, edit, scale, check, dev, page, floor:\n${USAGE}`,
	);
	process.exit(2);
}
const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 2));
