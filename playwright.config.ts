import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.mjs';

const ADDRESS = 'http://127.0.0.1:4329/';
const rulepress = 'node bin/rulepress.mjs';
const isRoot = process.getuid?.() === 0;

const browser = findBrowser();
if (browser === null) throw new Error('The browser tests need Chromium: run node scripts/ensure-browser.mjs');

export default defineConfig({
	testDir: 'tests/browser',
	fullyParallel: true,
	workers: '100%',
	forbidOnly: Boolean(process.env.CI),
	reporter: 'list',
	use: {
		baseURL: ADDRESS,
		launchOptions: {
			executablePath: browser,
			// Chromium refuses to run its sandbox as root, which is what containers of continuous integration are.
			args: isRoot ? ['--no-sandbox'] : [],
		},
	},
	webServer: {
		command: `${rulepress} build && ${rulepress} preview --port ${new URL(ADDRESS).port}`,
		url: ADDRESS,
		timeout: 180_000,
		stdout: 'pipe',
	},
});
