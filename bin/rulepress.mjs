#!/usr/bin/env node
// Plain JavaScript, so that an old Node can read it and hand over to a newer one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** The first Node that runs TypeScript files and Astro. */
const NEEDED = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) await run();
else handOver();

async function run() {
	// Node keeps what it makes of each module, and reads that when it meets the same module again.
	module.enableCompileCache(codeCache());
	// Ten thousand rules pass through, and most of what is made of them is dropped at once: the heap may grow by less than it
	// usually does before it is looked through. The second holds for threads alone, as this one has its heap by now.
	for (const flag of ['--heap-growing-percent=40', '--max-semi-space-size=16']) setFlagsFromString(flag);
	const { main } = await load('cli/main');
	const code = await main(process.argv.slice(2), {
		// Loaded only by the commands that need it: `check` starts without Astro.
		site: () => load('site/commands'),
	});
	// Waits for what is still to be written; an open handle of a build tool must not keep a finished command alive.
	process.stdout.write('', () => process.exit(code));
}

/** A clone runs its source, whatever an earlier build has left in `lib`; a published package has only that. */
function load(module) {
	const source = new URL(`../src/${module}.ts`, import.meta.url);
	return import(existsSync(source) ? source.href : new URL(`../lib/${module}.js`, import.meta.url).href);
}

/** Where build tools keep such things: `node_modules/.cache` of a clone, or of the project that has this package. */
function codeCache() {
	const root = fileURLToPath(new URL('..', import.meta.url));
	const above = dirname(root);
	const modules = basename(above) === 'node_modules' ? above : join(root, 'node_modules');
	return join(modules, '.cache', 'rulepress', 'code');
}

function handOver() {
	const node = broughtNode();
	if (node === null) {
		console.error(
			`rulepress needs Node.js ${NEEDED.join('.')} or newer; this is ${process.version}.\n` +
				'Install a newer Node.js, or install the optional dependencies: npm ci --include=optional',
		);
		process.exit(2);
	}
	// Listening begins before the child does: a signal in between would end this process and leave the child behind.
	const pass = (signal) => child.kill(signal);
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.on(signal, pass);
	const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
	child.on('error', (error) => {
		console.error(`rulepress could not start ${node}: ${error.message}`);
		process.exit(2);
	});
	child.on('exit', (code, signal) => {
		for (const name of signals) process.off(name, pass);
		if (signal === null) process.exit(code ?? 2);
		process.kill(process.pid, signal);
	});
}

/** The Node that the optional dependencies install on Linux; null elsewhere. */
function broughtNode() {
	try {
		const name = `node-${process.platform}-${process.arch}`;
		const node = createRequire(import.meta.url).resolve(`${name}/bin/node`);
		return existsSync(node) ? node : null;
	} catch {
		return null;
	}
}
