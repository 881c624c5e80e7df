import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_APPS = ['Google Chrome', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);

/**
 * The Chromium that the browser tests run: the one CHROMIUM_PATH names, else Playwright's own, else one of this machine.
 * Throws when CHROMIUM_PATH names none: a wrong setting must not be passed over.
 * @returns {string | null} Path of an executable; null when there is none.
 */
export function findBrowser() {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (isExecutable(named)) return named;
		throw new Error(`CHROMIUM_PATH names no program: ${named}`);
	}
	const own = chromium.executablePath();
	if (own && existsSync(own)) return own;
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	const candidates = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
	return [...candidates, ...MAC_APPS].find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
