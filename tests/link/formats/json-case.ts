import { catalogOf, pageOf } from '../helpers/catalog.ts';

export const CATALOG = catalogOf({
	'js/no-dynamic-eval': {
		eslint: ['no-eval', 'team/no-docs', 'gone'],
		biome: ['lint/security/noGlobalEval'],
		semgrep: ['rules.js.eval'],
	},
	'css/no-empty': { stylelint: ['block-no-empty'] },
	'py/no-unused': { ruff: ['F401'], pylint: ['unused-import', 'C0114'], mypy: ['arg-type'] },
	'sh/quote': { shellcheck: ['SC2086'] },
	'go/exec': { gosec: ['G204'], 'golangci-lint': ['errcheck'] },
});

export const EVAL = pageOf('js/no-dynamic-eval');
export const EMPTY = pageOf('css/no-empty');
export const UNUSED = pageOf('py/no-unused');
export const QUOTE = pageOf('sh/quote');
export const EXEC = pageOf('go/exec');

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A small report of a format: what it looks like, and what linking it has to change. */
export interface JsonCase {
	readonly what: string;
	readonly format: string;
	/** A list of values stands for one value a line when `lines` is set. */
	readonly report: Json;
	readonly lines?: boolean;
	readonly tool?: string;
	/** Where the links are (`*` for any step), and their values from the first to the last. */
	readonly links: readonly (readonly [path: string, values: readonly (Json | undefined)[]])[];
	/** Codes as the linter itself spells them, with how often each was seen. */
	readonly codes: Readonly<Record<string, number>>;
	/** The same format when nothing was found; a clean list of lines is no text at all. */
	readonly clean?: Json;
}
