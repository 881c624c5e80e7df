import { afterEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../scripts/find-browser.mjs';

afterEach(() => vi.unstubAllEnvs());

describe('CHROMIUM_PATH', () => {
	test('wins over everything that could be found', () => {
		vi.stubEnv('CHROMIUM_PATH', process.execPath);
		expect(findBrowser()).toBe(process.execPath);
	});

	test('that names no program is an error, not passed over', () => {
		vi.stubEnv('CHROMIUM_PATH', '/no/such/browser');
		expect(findBrowser).toThrow('CHROMIUM_PATH names no program: /no/such/browser');
	});
});
