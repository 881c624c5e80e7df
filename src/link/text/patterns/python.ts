import { type LinePattern, line } from '../pattern.ts';

const r = String.raw;

/** Pylint names a message by an id and a symbol. */
const both: LinePattern['names'] = ({ code, symbol }) => [`${code}(${symbol})`];

export const PYTHON_PATTERNS: readonly LinePattern[] = [
	{
		linters: ['pylint'],
		line: line(r`AT_LINE: (?<code>[CEFIRW]\d{4}): .* \((?<symbol>[a-z][a-z0-9-]*)\)$`),
		names: both,
	},
	{
		linters: ['pylint'],
		line: line(r`AT_LINE: \[(?<code>[CEFIRW]\d{4})\((?<symbol>[a-z][a-z0-9-]*)\)`),
		names: both,
	},
	{
		linters: ['pylint'],
		line: /^[^(]+\(\d+\): \[(?<code>[CEFIRW]\d{4})\((?<symbol>[a-z][a-z0-9-]*)\)/d,
		names: both,
	},
	// Ruff's `concise` is Flake8's default, and so is `pylint` of both.
	{ linters: ['flake8', 'ruff'], line: line(r`FILE:(?:cell \d+:)?\d+:\d+: (?<code>[A-Z]{1,7}\d{3,4}) `) },
	{ linters: ['flake8', 'ruff'], line: line(r`FILE:\d+: \[(?<code>[A-Z]{1,7}\d{3,4})\] `) },
	{ linters: ['ruff'], line: line(r`(?<code>[A-Z]{1,7}\d{3,4}) (?:\[\*\] )?\S`), next: /^ *--> / },
	{ linters: ['ruff'], line: line(r`\s+\d+:\d+\s+(?<code>[A-Z]{1,7}\d{3,4}) `) },
	{ linters: ['ruff'], line: line(r`(?:error|warning)\[(?<code>[A-Z]{1,7}\d{3,4})\]: `), code: /^(?!E\d{4}$)/ },
	{
		linters: ['mypy'],
		line: /^[^:]+\.pyi?:\d+:(?:\d+:)?(?:\d+:\d+:)? (?:error|note|warning): .* {2}\[(?<code>[a-z][a-z-]*)\]$/d,
	},
	{
		linters: ['pyright'],
		line: line(r`AT - (?:error|warning|information): .* \((?<code>report[A-Za-z]+)\)$`),
	},
	{ linters: ['bandit'], line: line(r`>> Issue: \[(?<code>B\d{3}):`) },
];
