import { join } from 'node:path';
import { defineConfig } from 'eslint/config';
import { eslintLinks } from 'rulepress/link';
import { loadCatalog } from 'rulepress/link/node';
import tseslint from 'typescript-eslint';

// A rules.json, the folder of a built site, or the address of a published one.
const links = eslintLinks(await loadCatalog(join(import.meta.dirname, '../dist')));

// For ESLint's own rules. This uses an API that ESLint does not support; when it is gone, their links stay as they were.
await links.core(() => import('eslint/use-at-your-own-risk'));

export default defineConfig(
	// For shared configs, which bring their plugins along.
	links.configs(tseslint.configs.recommended),
	{
		files: ['src/**/*.ts'],
		// For a plugin of one's own choice.
		plugins: { '@typescript-eslint': links.plugin('@typescript-eslint', tseslint.plugin) },
		rules: { '@typescript-eslint/no-explicit-any': 'warn', 'no-eval': 'error' },
	},
);
