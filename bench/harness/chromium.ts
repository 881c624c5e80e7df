import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';

/** A headless Chromium; null when the machine has none. */
export async function launchChromium(): Promise<Browser | null> {
	const executablePath = findBrowser();
	if (executablePath === null) return null;
	// Chromium's sandbox does not start as root.
	return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
