import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Seen } from './watch.ts';

const out = String(workerData);
let stopped = false;
let looks = 0;
let torn = 0;
let gaps = 0;

parentPort?.on('message', () => {
	stopped = true;
});
parentPort?.postMessage('ready');
while (!stopped) {
	looks += 1;
	const seen = look();
	torn += Number(seen === 'torn');
	gaps += Number(seen === 'none');
	await new Promise((resume) => setTimeout(resume, 1));
}
parentPort?.postMessage({ looks, torn, gaps } satisfies Seen);

/** The folder stays open, so that all of a look is of one site, as of a host that has opened it. */
function look(): 'whole' | 'torn' | 'none' {
	let folder: number;
	try {
		folder = openSync(out, 'r');
	} catch {
		return 'none';
	}
	try {
		const site = `/proc/self/fd/${folder}`;
		const page = readFileSync(`${site}/index.html`, 'utf8');
		const assets = [...page.matchAll(/(?:href|src)="\/(_astro\/[^"#?]+)"/g)].map(([, path = '']) => path);
		for (const path of [...assets, 'rules.json', '404.html', 'pagefind/pagefind-entry.json'])
			readFileSync(`${site}/${path}`);
		JSON.parse(readFileSync(`${site}/rules.json`, 'utf8'));
		return page.includes('</html>') ? 'whole' : 'torn';
	} catch {
		// The site that is open may have become the spare and be renewed by now: then it is served no more.
		return isServed(folder) ? 'torn' : 'whole';
	} finally {
		closeSync(folder);
	}
}

function isServed(folder: number): boolean {
	try {
		const now = openSync(out, 'r');
		try {
			return fstatSync(now).ino === fstatSync(folder).ino;
		} finally {
			closeSync(now);
		}
	} catch {
		return false;
	}
}
