import { EVAL, EXEC, type JsonCase, QUOTE, UNUSED } from './json-case.ts';

export const LANGUAGE_CASES: readonly JsonCase[] = [
	{
		what: 'Ruff json',
		format: 'ruff',
		report: [
			{
				cell: null,
				code: 'F401',
				filename: '/repo/a.py',
				fix: null,
				message: 'unused',
				noqa_row: 1,
				url: 'https://docs.astral.sh/ruff/rules/unused-import',
			},
			{
				cell: null,
				code: 'invalid-syntax',
				filename: '/repo/a.py',
				fix: null,
				message: 'bad',
				noqa_row: null,
				url: null,
			},
			{
				cell: null,
				code: 'E501',
				filename: '/repo/a.py',
				fix: null,
				message: 'long',
				noqa_row: 3,
				url: 'https://docs.astral.sh/ruff/rules/line-too-long',
			},
		],
		links: [['*.url', [UNUSED, null, 'https://docs.astral.sh/ruff/rules/line-too-long']]],
		codes: { 'ruff F401': 1, 'ruff E501': 1 },
	},
	{
		what: 'Ruff json-lines',
		format: 'ruff-lines',
		lines: true,
		report: [
			{ code: 'F401', filename: '/repo/a.py', message: 'unused', noqa_row: 1, url: 'https://docs.astral.sh/x' },
			{ code: null, filename: '/repo/a.py', message: 'bad', noqa_row: 2, url: null },
		],
		links: [['*.url', [UNUSED, null]]],
		codes: { 'ruff F401': 1 },
		clean: [],
	},
	{
		what: 'Pylint json',
		format: 'pylint',
		report: [
			{
				type: 'warning',
				module: 'a',
				line: 1,
				path: 'a.py',
				symbol: 'unused-import',
				message: 'Unused import os',
				'message-id': 'W0611',
			},
			{
				type: 'convention',
				module: 'a',
				line: 1,
				path: 'a.py',
				symbol: 'missing-module-docstring',
				message: 'Missing',
				'message-id': 'C0114',
			},
			{
				type: 'refactor',
				module: 'a',
				line: 1,
				path: 'a.py',
				symbol: 'too-many-lines',
				message: 'Too many',
				'message-id': 'C0302',
			},
		],
		links: [['*.message', [`Unused import os (${UNUSED})`, `Missing (${UNUSED})`, 'Too many']]],
		codes: {
			'pylint W0611(unused-import)': 1,
			'pylint C0114(missing-module-docstring)': 1,
			'pylint C0302(too-many-lines)': 1,
		},
	},
	{
		what: 'Pylint json2',
		format: 'pylint',
		report: {
			messages: [
				{ type: 'warning', symbol: 'unused-import', message: 'Unused import os', messageId: 'W0611', path: 'a.py' },
			],
			statistics: { messageTypeCount: { warning: 1 }, score: 0 },
		},
		links: [['messages.*.message', [`Unused import os (${UNUSED})`]]],
		codes: { 'pylint W0611(unused-import)': 1 },
		clean: { messages: [], statistics: { messageTypeCount: { warning: 0 }, score: 10 } },
	},
	{
		what: 'mypy json',
		format: 'mypy',
		lines: true,
		report: [
			{
				file: 'a.py',
				line: 4,
				column: 11,
				message: 'Argument 1 has incompatible type',
				hint: null,
				code: 'arg-type',
				severity: 'error',
			},
			{ file: 'a.py', line: 5, column: 0, message: 'See the docs', hint: null, code: null, severity: 'note' },
		],
		links: [['*.message', [`Argument 1 has incompatible type (${UNUSED})`, 'See the docs']]],
		codes: { 'mypy arg-type': 1 },
		clean: [],
	},
	{
		what: 'ShellCheck json',
		format: 'shellcheck',
		report: [
			{ file: 'a.sh', line: 2, endLine: 2, column: 1, level: 'info', code: 2086, message: 'Double quote.', fix: null },
			{ file: 'a.sh', line: 3, endLine: 3, column: 1, level: 'error', code: 2045, message: 'Iterating.', fix: null },
		],
		links: [['*.message', [`Double quote. (${QUOTE})`, 'Iterating.']]],
		codes: { 'shellcheck SC2086': 1, 'shellcheck SC2045': 1 },
	},
	{
		what: 'ShellCheck json1',
		format: 'shellcheck',
		report: {
			comments: [
				{
					file: 'a.sh',
					line: 2,
					level: 'info',
					code: 2086,
					message: 'Double quote.',
					fix: { replacements: [{ column: 6 }] },
				},
			],
		},
		links: [['comments.*.message', [`Double quote. (${QUOTE})`]]],
		codes: { 'shellcheck SC2086': 1 },
		clean: { comments: [] },
	},
	{
		what: 'golangci-lint json',
		format: 'golangci-lint',
		report: {
			Issues: [
				{
					FromLinter: 'gosec',
					Text: 'G204: Subprocess launched with variable',
					Severity: '',
					SourceLines: ['x'],
					Pos: { Filename: 'a.go', Line: 3 },
				},
				{ FromLinter: 'errcheck', Text: 'Error return value is not checked', Pos: { Filename: 'a.go' } },
				{ FromLinter: 'typecheck', Text: 'undefined: x', Pos: { Filename: 'a.go' } },
			],
			Report: { Linters: [{ Name: 'gosec', Enabled: true }] },
		},
		links: [
			[
				'Issues.*.Text',
				[
					`G204: Subprocess launched with variable (${EXEC})`,
					`Error return value is not checked (${EXEC})`,
					'undefined: x',
				],
			],
		],
		codes: { 'golangci-lint gosec/G204': 1, 'golangci-lint errcheck': 1 },
		clean: { Issues: null, Report: { Linters: [] } },
	},
	{
		what: 'Semgrep json',
		format: 'semgrep',
		report: {
			version: '1.90.0',
			results: [
				{
					check_id: 'rules.js.eval',
					path: 'a.js',
					start: { line: 1 },
					extra: {
						message: 'eval',
						metadata: { source: 'https://semgrep.dev/r/x', cwe: ['CWE-95: Eval'] },
						severity: 'ERROR',
					},
				},
				{ check_id: 'rules.js.eval', path: 'a.js', start: { line: 1 }, extra: { message: 'eval' } },
				{
					check_id: 'rules.js.other',
					path: 'a.js',
					start: { line: 1 },
					extra: { message: 'x', metadata: { source: 'https://semgrep.dev/r/y' } },
				},
			],
			errors: [],
			paths: { scanned: ['a.js'] },
		},
		links: [['results.*.extra.metadata.source', [EVAL, EVAL, 'https://semgrep.dev/r/y']]],
		codes: { 'semgrep rules.js.eval': 2, 'semgrep rules.js.other': 1 },
		clean: { version: '1.90.0', results: [], errors: [], paths: { scanned: [] } },
	},
];
