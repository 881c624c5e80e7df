import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		exclude: ['tests/browser/**', 'node_modules/**'],
		// A limit for what hangs: on a busy machine all else takes its time.
		testTimeout: 60_000,
		// Projects that tests make have no node_modules; their caches would end up in the home folder of whoever runs the tests.
		env: { XDG_CACHE_HOME: fileURLToPath(new URL('node_modules/.cache/tests', import.meta.url)) },
	},
});
