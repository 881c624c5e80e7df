#!/usr/bin/env node
// Makes sure that the browser tests have a Chromium: finds one, or installs one and says plainly what failed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';

const asRoot = process.getuid?.() === 0;

/** @type {{ what: string, usable: boolean, commands: string[][] }[]} */
const WAYS = [
	{
		what: "Playwright's own Chromium",
		usable: true,
		commands: [['npx', 'playwright', 'install', ...(asRoot ? ['--with-deps'] : []), 'chromium']],
	},
	{
		what: 'the Chromium of this system (apt-get, as root)',
		usable: asRoot && existsSync('/usr/bin/apt-get'),
		commands: [
			['apt-get', 'update'],
			['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'],
		],
	},
];

process.exitCode = ensureBrowser() ? 0 : 1;

function ensureBrowser() {
	const failures = [];
	for (const way of [null, ...WAYS.filter((one) => one.usable)]) {
		const failure = way === null ? null : install(way);
		if (failure !== null) failures.push(failure);
		const browser = findBrowser();
		if (browser !== null) {
			console.log(`Browser tests use ${browser}`);
			return true;
		}
	}
	console.error(
		[
			'The browser tests need Chromium, and none was found or installed:',
			...failures.map((failure) => `  ${failure}`),
			'Install Chromium or Chrome, or set CHROMIUM_PATH to its program.',
		].join('\n'),
	);
	return false;
}

/**
 * @param {(typeof WAYS)[number]} way
 * @returns {string | null} What failed; null when every command succeeded.
 */
function install({ what, commands }) {
	console.log(`No Chromium yet: installing ${what}`);
	for (const [command = '', ...args] of commands) {
		const { status, error } = spawnSync(command, args, {
			stdio: 'inherit',
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
		if (status !== 0) return `${[command, ...args].join(' ')}: ${error?.message ?? `exit code ${status}`}`;
	}
	return null;
}
