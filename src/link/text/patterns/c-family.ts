import { type LinePattern, line } from '../pattern.ts';

const r = String.raw;

/** `file:1:2: warning: … [code]`, the way of GCC, which others took up. What the code looks like tells them apart. */
const GCC = line(
	r`AT_LINE: (?:fatal error|error|warning|note|remark|style|performance|portability|information): .* \[(?<code>[\w.,+=-]+)\]$`,
);

export const C_FAMILY_PATTERNS: readonly LinePattern[] = [
	{ linters: ['shellcheck'], line: GCC, code: /^SC\d{4}$/ },
	{ linters: ['clang', 'gcc'], line: GCC, code: /^-W(?!error$)/ },
	{ linters: ['cppcheck'], line: GCC, code: /^(?:[a-z][A-Za-z0-9_]*|misra-c[\d.-]+)$/ },
	{ linters: ['clang-tidy'], line: GCC, code: /^[a-z][A-Za-z0-9.]*-/ },
];
