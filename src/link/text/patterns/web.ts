import { type LinePattern, line } from '../pattern.ts';

const r = String.raw;
const RULE = /^[\w@][\w@/.-]*$/;
/** oxlint's `eslint(no-eval)`. */
const OF_PLUGIN = /^[\w@-][\w@/-]*\([\w@/-]+\)$/;

/** ESLint's `stylish`, `unix`, `compact` and `visualstudio`; oxlint's `default`, `stylish` and `unix`. */
const STYLISH = line(r`\s+\d+:\d+\s+(?:error|warning)\s+\S.*\s\s(?<code>[^\s,]+)\s*$`);
const UNIX = line(r`AT: .* \[(?:Error|Warning)/(?<code>[^\]\s,]+)\]$`);

export const WEB_PATTERNS: readonly LinePattern[] = [
	{ linters: ['eslint'], line: STYLISH, code: RULE },
	{ linters: ['eslint'], line: UNIX, code: RULE },
	{
		linters: ['eslint'],
		line: line(r`FILE: line \d+, col \d+, (?:Error|Warning) - .* \((?<code>[^()\s,]+)\)$`),
		code: RULE,
	},
	{ linters: ['eslint'], line: /^.+?\(\d+,\d+\): (?:error|warning) (?<code>[\w@/-]+) : /d },
	{ linters: ['oxlint'], line: STYLISH, code: OF_PLUGIN },
	{ linters: ['oxlint'], line: UNIX, code: OF_PLUGIN },
	{ linters: ['oxlint'], line: line(r`\s*(?:[^\x00-\x7f]{1,8}|[x!]) (?<code>[\w@-][\w@/-]*\([\w@/-]+\)): `) },
	{ linters: ['biome'], line: line(r`AT (?<code>(?:lint|assist)/[\w/]+)(?: |$)`) },
	// A sign that is not ASCII stands for the severity.
	{
		linters: ['stylelint'],
		line: line(r`[ \t]+\d+:\d+[ \t]+[^\x00-\x7f]{1,8}[ \t]+\S.*[ \t]{2}(?<code>[\w@/-]+)\s*$`),
	},
	{
		linters: ['stylelint'],
		line: line(r`FILE: line \d+, col \d+, (?:error|warning) - .* \((?<code>[\w@/-]+)\)$`),
	},
	{ linters: ['stylelint'], line: line(r`AT: .* \((?<code>[\w@/-]+)\) \[(?:error|warning)\]$`) },
	{ linters: ['stylelint'], line: line(r`\s*- message: .* \((?<code>[\w@/-]+)\)["']?$`), place: 'comment' },
	{ linters: ['typescript'], line: /^.+?\(\d+,\d+\): (?:error|warning|message) (?<code>TS\d{1,6}): /d },
	{ linters: ['typescript'], line: line(r`AT - (?:error|warning|message) (?<code>TS\d{1,6}): `) },
	{ linters: ['typescript'], line: line(r`(?:error|warning) (?<code>TS\d{1,6}): `) },
];
