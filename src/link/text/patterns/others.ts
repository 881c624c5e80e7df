import { type LinePattern, line } from '../pattern.ts';

const r = String.raw;

export const OTHER_PATTERNS: readonly LinePattern[] = [
	{ linters: ['shellcheck'], line: line(r`[ ^-]*(?<code>SC\d{4})(?: \((?:error|warning|info|style)\))?: `) },
	{ linters: ['hadolint'], line: line(r`FILE:\d+ (?<code>(?:DL|SC)\d{4}) `) },
	{ linters: ['markdownlint'], line: line(r`AT_LINE (?:error |warning )?(?<code>MD\d{3}(?:/[\w-]+)*) `) },
	{ linters: ['yamllint'], line: line(r`\s+\d+:\d+\s+(?:error|warning)\s+\S.*\s\s\((?<code>[a-z-]+)\)$`) },
	{ linters: ['yamllint'], line: line(r`AT: \[(?:error|warning)\] .* \((?<code>[a-z-]+)\)$`) },
	{ linters: ['actionlint'], line: /^[^:]+\.ya?ml:\d+:\d+: .* \[(?<code>[a-z][a-z-]*)\]$/d },
	{ linters: ['rubocop'], line: line(r`AT: [ACEFIRW]: (?:\[\w+\] )*(?<code>[A-Z]\w*(?:/[A-Z]\w*)+): `) },
	{ linters: ['staticcheck'], line: /^[^:]+\.go:\d+:\d+: .* \((?<code>(?:SA|ST|QF|S|U)\d{4})\)$/d },
	{
		linters: ['golangci-lint'],
		line: /^[^:]+\.go:\d+:(?:\d+:)? (?:(?<inner>[A-Z]{1,3}\d{3,4}|[a-z][a-z-]+): )?.*\((?<code>[a-z][a-z0-9_]*)\)$/d,
		names: ({ inner, code = '' }) => (inner === undefined ? [code] : [`${code}/${inner}`, code]),
	},
	{ linters: ['gosec'], line: /^\[[^\]]+\] - (?<code>G\d{3}) /d },
	{ linters: ['clippy'], line: line(r`\s*= note: .#\[(?:warn|deny|forbid)\((?<code>clippy::[\w-]+)\)\]`) },
	{ linters: ['clippy'], line: line(r`\s*= note: .-[WDF] (?<code>clippy::[\w-]+)`) },
	{ linters: ['rustc'], line: line(r`\s*= note: .#\[(?:warn|deny|forbid)\((?<code>[a-z][\w-]*)\)\]`) },
	{ linters: ['rustc'], line: line(r`error\[(?<code>E\d{4})\]: `) },
	{ linters: ['swiftlint'], line: /^[^:]+\.swift:\d+:(?:\d+:)? (?:warning|error): .* \((?<code>[a-z][a-z_]*)\)$/d },
	{ linters: ['ktlint'], line: /^[^:]+\.kts?:\d+:\d+: .* \((?<code>(?:[\w-]+:)?[\w-]+)\)$/d },
	{ linters: ['detekt'], line: /^[^:]+\.kts?:\d+:\d+: .* \[(?<code>\w+)\]$/d },
	{ linters: ['checkstyle-java'], line: /^\[(?:INFO|WARN|ERROR)\] [^:]+\.java:\d+(?::\d+)?: .* \[(?<code>\w+)\]$/d },
	{
		linters: ['roslyn'],
		line: /^.+?\(\d+,\d+\): (?:error|warning|info) (?<code>[A-Z]{2,8}\d{3,5}): /d,
		code: /^(?!TS\d)/,
	},
];
