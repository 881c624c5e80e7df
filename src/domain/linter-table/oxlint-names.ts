import type { LinterCode } from '../linter.ts';

/** Oxlint's name of a plugin, as it prints it, and ESLint's. */
const PLUGINS: readonly (readonly [oxlint: string, eslint: string])[] = [
	['typescript', '@typescript-eslint'],
	['next', '@next/next'],
	['node', 'n'],
	...[
		'import',
		'jest',
		'jsdoc',
		'jsx-a11y',
		'promise',
		'react',
		'react-hooks',
		'react-perf',
		'unicorn',
		'vitest',
		'vue',
	].map((name) => [name, name] as const),
];

/** What configurations, older versions and ESLint call a plugin that Oxlint prints differently. */
const SPELLINGS: Readonly<Record<string, string>> = {
	'@next/next': 'next',
	'@typescript-eslint': 'typescript',
	'typescript-eslint': 'typescript',
	jsx_a11y: 'jsx-a11y',
	n: 'node',
	nextjs: 'next',
	react_perf: 'react-perf',
};

/** Rules of the React plugin that are printed as another plugin's. */
const HOOKS = /^(?:rules-of-hooks|exhaustive-deps)$/;

/** What both call a rule of a plugin. */
const RULE = /^[a-z0-9][a-z0-9-]*$/i;

/** Oxlint's own spelling, `typescript(no-explicit-any)`, of `typescript/no-explicit-any`, `eslint-plugin-unicorn(no-null)` or `no-eval`. */
export function oxlintSpelling(code: string): string {
	const { plugin, rule } = partsOf(code);
	if (/[()]/.test(rule) || rule === '') return code;
	const own = SPELLINGS[plugin] ?? plugin;
	return `${own === 'react' && HOOKS.test(rule) ? 'react-hooks' : own}(${rule})`;
}

/** The plugin and the rule of a code in any of the spellings: `a(b)`, `a/b`, `b`. */
export function partsOf(code: string): { readonly plugin: string; readonly rule: string } {
	const call =
		/^(?:eslint-plugin-)?([^()]+)\(([^()]+)\)$/.exec(code) ?? /^(?:eslint-plugin-)?(.+)\/([^/]+)$/.exec(code);
	return { plugin: call?.[1] ?? 'eslint', rule: call?.[2] ?? code };
}

/** What ESLint calls a rule of Oxlint. Oxlint's own rules (`oxc`) have no other name. */
export function eslintOfOxlint(code: string): readonly LinterCode[] {
	const { plugin, rule } = partsOf(code);
	if (rule === code || !RULE.test(rule)) return [];
	if (plugin === 'eslint') return [{ linter: 'eslint', code: rule }];
	const name = PLUGINS.find(([oxlint]) => oxlint === plugin)?.[1];
	return name === undefined ? [] : [{ linter: 'eslint', code: `${name}/${rule}` }];
}

/** What Oxlint calls a rule of ESLint, when it knows the plugin. */
export function oxlintOfEslint(code: string): readonly LinterCode[] {
	const slash = code.lastIndexOf('/');
	const rule = code.slice(slash + 1);
	if (!RULE.test(rule)) return [];
	if (slash < 0) return [{ linter: 'oxlint', code: `eslint(${rule})` }];
	const name = PLUGINS.find(([, eslint]) => eslint === code.slice(0, slash))?.[0];
	if (name === undefined || (name === 'react' && HOOKS.test(rule))) return [];
	return [{ linter: 'oxlint', code: `${name}(${rule})` }];
}
