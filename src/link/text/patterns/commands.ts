import type { LinePattern } from '../pattern.ts';

/** A workflow command of GitHub whose title begins with this. Its properties have no raw `:` or `,`. */
function titled(title: string): RegExp {
	return new RegExp(`^::(?:error|warning|notice) (?:[^:]*,)?title=${title}`, 'd');
}

/** A workflow command of GitHub whose message begins with this. */
function saying(message: string): RegExp {
	return new RegExp(`^::(?:error|warning|notice)(?: [^:]*)?::${message}`, 'd');
}

const r = String.raw;
const place = 'github';

/** Lines that a build server reads as commands. https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export const COMMAND_PATTERNS: readonly LinePattern[] = [
	{ linters: ['biome'], line: titled(r`(?<code>(?:lint|assist)/[^,:]+)[,:]`), place },
	{ linters: ['ruff'], line: titled(r`[Rr]uff \((?<code>[A-Z]{1,7}\d{3,4})\)`), place },
	{ linters: ['oxlint'], line: titled(r`(?<code>[\w@-][\w@/-]*\([\w@/-]+\))[,:]`), place },
	{ linters: ['markdownlint'], line: titled(r`(?<code>MD\d{3}(?:/[\w-]+)*)[,:]`), place },
	{ linters: ['pylint'], line: titled(r`(?<code>[CEFIRW]\d{4})[,:]`), place },
	{ linters: ['rubocop'], line: saying(r`(?:\[\w+\] )*(?<code>[A-Z]\w*(?:/[A-Z]\w*)+): `), place },
	{ linters: ['yamllint'], line: saying(r`\d+:\d+ \[(?<code>[a-z-]+)\] `), place },
	{
		linters: ['stylelint'],
		line: /^::(?:error|warning|notice) (?:(?!title=)[^:,]*,)*title=Stylelint[^:]*::.* \((?<code>[\w@/-]+)\)/d,
		place,
	},
	{
		linters: ['golangci-lint'],
		line: /^::(?:error|warning|notice) (?:(?!file=)[^:,]*,)*file=[^:,]*\.go,[^:]*::.* \((?<code>[a-z][a-z0-9_]*)\)(?: \(https?:[^()]*\))?$/d,
		place,
	},
	{
		linters: ['ruff'],
		line: /^##vso\[task\.logissue [^\]]*code=(?<code>[A-Z]{1,7}\d{3,4});/d,
		place: 'azure',
	},
	{ linters: [], line: titled('(?<code>[^,:]+)[,:]'), place },
	{ linters: [], line: /^##vso\[task\.logissue (?:(?!code=)[^;\]]*;)*code=(?<code>[^;\]]+)[;\]]/d, place: 'azure' },
];
