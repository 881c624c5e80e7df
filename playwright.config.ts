import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.mjs';
import { SITE, TEST_PACKS } from './tests/browser/addresses.ts';

const rulepress = 'node bin/rulepress.mjs';
const isRoot = process.getuid?.() === 0;

const browser = findBrowser();
if (browser === null) throw new Error('The browser tests need Chromium: run node scripts/ensure-browser.mjs');

export default defineConfig({
	testDir: 'tests/browser',
	fullyParallel: true,
	workers: '100%',
	forbidOnly: Boolean(process.env.CI),
	// A busy machine may starve a page for a moment; a test that fails twice has found something.
	retries: process.env.CI ? 1 : 0,
	reporter: 'list',
	use: {
		baseURL: SITE,
		launchOptions: {
			executablePath: browser,
			// Chromium refuses to run its sandbox as root, which is what containers of continuous integration are.
			args: isRoot ? ['--no-sandbox'] : [],
		},
	},
	webServer: [server(SITE, ''), server(TEST_PACKS, ' --config tests/browser/rulepress.config.mjs')],
});

/** Builds the site of a config and serves it; one server is started after the other. */
function server(address: string, options: string) {
	return {
		command: `${rulepress} build${options} && ${rulepress} preview${options} --port ${new URL(address).port}`,
		url: address,
		timeout: 180_000,
		stdout: 'pipe',
	} as const;
}
