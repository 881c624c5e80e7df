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

const eslintMessages: Json = [
	{ ruleId: 'no-eval', severity: 2, message: '`eval` can be harmful.', line: 6, column: 12 },
	{ ruleId: null, severity: 1, message: 'Unused eslint-disable directive.', line: 7, column: 1 },
	{
		ruleId: 'eqeqeq',
		severity: 2,
		message: "Expected '==='.",
		line: 8,
		column: 1,
		fix: { range: [1, 2], text: '===' },
	},
];
const eslintSuppressed: Json = [
	{ ruleId: 'no-eval', severity: 2, message: 'Eval (é).', suppressions: [{ kind: 'directive' }] },
];
const eslintFile: Json = {
	filePath: '/repo/a.js',
	messages: eslintMessages,
	suppressedMessages: eslintSuppressed,
	errorCount: 2,
};

export const JSON_CASES: readonly JsonCase[] = [
	{
		what: 'ESLint json',
		format: 'eslint',
		report: [eslintFile, { filePath: '/repo/b.js', messages: [], suppressedMessages: [] }],
		links: [
			[
				'*.messages.*.message',
				[`\`eval\` can be harmful. (${EVAL})`, 'Unused eslint-disable directive.', "Expected '==='."],
			],
			['*.suppressedMessages.*.message', [`Eval (é). (${EVAL})`]],
		],
		codes: { 'eslint no-eval': 2, 'eslint eqeqeq': 1 },
		clean: [{ filePath: '/repo/a.js', messages: [], suppressedMessages: [], errorCount: 0 }],
	},
	{
		what: 'ESLint json-with-metadata',
		format: 'eslint',
		report: {
			results: [
				{
					...eslintFile,
					messages: [...eslintMessages, { ruleId: 'team/no-docs', message: 'a' }, { ruleId: 'gone', message: 'b' }],
				},
			],
			metadata: {
				cwd: '/repo',
				rulesMeta: {
					'no-eval': {
						type: 'suggestion',
						docs: { description: 'Disallow eval', url: 'https://eslint.org/docs/latest/rules/no-eval' },
					},
					eqeqeq: { docs: { url: 'https://eslint.org/docs/latest/rules/eqeqeq' }, schema: [{ enum: ['always'] }] },
					'team/no-docs': { type: 'problem' },
				},
			},
		},
		links: [
			['metadata.rulesMeta.no-eval.docs.url', [EVAL]],
			['metadata.rulesMeta.eqeqeq.docs.url', ['https://eslint.org/docs/latest/rules/eqeqeq']],
			['metadata.rulesMeta.team/no-docs.docs', [{ url: EVAL }]],
			['metadata.rulesMeta.gone', [{ docs: { url: EVAL } }]],
		],
		codes: { 'eslint no-eval': 2, 'eslint eqeqeq': 1, 'eslint team/no-docs': 1, 'eslint gone': 1 },
		clean: { results: [], metadata: { cwd: '/repo', rulesMeta: {} } },
	},
	{
		what: 'Biome json',
		format: 'biome',
		report: {
			summary: { changed: 0, unchanged: 3, errors: 2 },
			diagnostics: [
				{
					severity: 'error',
					message: 'Do not use eval().',
					category: 'lint/security/noGlobalEval',
					location: { path: 'a.js' },
					advices: [],
				},
				{ severity: 'error', message: 'expected `:`', category: 'parse', location: { path: 'b.js' }, advices: [] },
				{
					severity: 'error',
					message: 'Use const.',
					category: 'lint/style/useConst',
					location: { path: 'a.js' },
					advices: [{ text: 'fix' }],
				},
			],
			command: 'lint',
		},
		links: [['diagnostics.*.message', [`Do not use eval(). (${EVAL})`, 'expected `:`', 'Use const.']]],
		codes: { 'biome lint/security/noGlobalEval': 1, 'biome lint/style/useConst': 1 },
		clean: { summary: { changed: 0, unchanged: 3 }, diagnostics: [], command: 'lint' },
	},
	{
		what: 'Biome json before 2.6',
		format: 'biome',
		report: {
			summary: { changed: 0 },
			diagnostics: [
				{
					category: 'lint/security/noGlobalEval',
					description: 'Do not use eval().',
					message: [{ elements: [], content: 'Do not use eval().' }],
					location: { path: { file: 'a.js' } },
				},
			],
		},
		links: [['diagnostics.*.description', [`Do not use eval(). (${EVAL})`]]],
		codes: { 'biome lint/security/noGlobalEval': 1 },
	},
	{
		what: 'Oxlint json',
		format: 'oxlint',
		report: {
			diagnostics: [
				{ message: 'Expected `:`', severity: 'error', filename: 'b.js', labels: [] },
				{
					message: 'eval can be harmful.',
					code: 'eslint(no-eval)',
					url: 'https://oxc.rs/no-eval.html',
					filename: 'a.js',
					labels: [{ span: { offset: 1 } }],
				},
				{ message: 'No docs', code: 'team(no-docs)', filename: 'a.js' },
			],
			number_of_files: 3,
			start_time: 0.014,
		},
		links: [['diagnostics.*.url', [EVAL]]],
		codes: { 'oxlint eslint(no-eval)': 1, 'oxlint team(no-docs)': 1 },
		clean: { diagnostics: [], number_of_files: 1, threads_count: 2 },
	},
	{
		what: 'stylelint json',
		format: 'stylelint',
		report: [
			{
				source: '/repo/a.css',
				deprecations: [],
				parseErrors: [],
				errored: true,
				warnings: [
					{ line: 7, rule: 'block-no-empty', severity: 'error', text: 'Empty block (block-no-empty)' },
					{ line: 8, rule: 'block-no-empty', severity: 'error', text: 'Empty block', url: 'https://old.example.org/' },
					{ line: 9, rule: 'CssSyntaxError', severity: 'error', text: 'Unclosed block' },
					{ line: 9, rule: 'color-named', severity: 'error', text: 'x', url: 'https://color.example.org/' },
				],
			},
		],
		links: [['*.warnings.*.url', [EMPTY, EMPTY, 'https://color.example.org/']]],
		codes: { 'stylelint block-no-empty': 2, 'stylelint color-named': 1 },
		clean: [{ source: '/repo/a.css', deprecations: [], parseErrors: [], errored: false, warnings: [] }],
	},
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
	{
		what: 'rdjson, with the name of the linter in front',
		format: 'rdjson',
		report: {
			source: { name: 'Biome', url: 'https://biomejs.dev' },
			diagnostics: [
				{
					code: { url: 'https://biomejs.dev/linter/rules/no-global-eval', value: 'lint/security/noGlobalEval' },
					location: { path: 'a.js', range: {} },
					message: 'eval',
				},
				{ code: { value: 'parse' }, location: { path: 'b.js' }, message: 'expected' },
				{ location: { path: 'b.js' }, message: 'no code' },
			],
		},
		links: [['diagnostics.*.code.url', [EVAL]]],
		codes: { 'biome lint/security/noGlobalEval': 1 },
		clean: { source: { name: 'Biome', url: 'https://biomejs.dev' }, diagnostics: [] },
	},
	{
		what: 'rdjson, with the name of the linter behind',
		format: 'rdjson',
		report: {
			diagnostics: [
				{ code: { value: 'F401' }, location: { path: 'a.py' }, message: 'unused' },
				{ code: { value: 'SC2086' }, source: { name: 'shellcheck' }, location: { path: 'a.sh' }, message: 'quote' },
			],
			severity: 'WARNING',
			source: { name: 'ruff', url: 'https://docs.astral.sh/ruff' },
		},
		links: [['diagnostics.*.code.url', [UNUSED, QUOTE]]],
		codes: { 'ruff F401': 1, 'shellcheck SC2086': 1 },
		clean: { diagnostics: [] },
	},
	{
		what: 'rdjsonl',
		format: 'rdjsonl',
		lines: true,
		report: [
			{
				message: 'quote',
				location: { path: 'a.sh', range: {} },
				severity: 'INFO',
				source: { name: 'shellcheck' },
				code: { value: 'SC2086', url: 'https://www.shellcheck.net/wiki/SC2086' },
			},
			{ message: 'unused', location: { path: 'a.py' }, code: { value: 'F401' } },
			{ message: 'no code', location: { path: 'a.py' } },
		],
		tool: 'ruff',
		links: [['*.code.url', [QUOTE, UNUSED]]],
		codes: { 'shellcheck SC2086': 1, 'ruff F401': 1 },
		clean: [],
	},
	{
		what: 'GitLab Code Quality',
		format: 'gitlab',
		report: [
			{
				type: 'issue',
				check_name: 'no-eval',
				description: '`eval` can be harmful.',
				fingerprint: 'a',
				severity: 'major',
				location: { path: 'a.js' },
				content: { body: 'Disallow\n\n[no-eval](https://eslint.org/)' },
			},
			{
				type: 'issue',
				check_name: '',
				description: 'Parsing error',
				fingerprint: 'b',
				severity: 'critical',
				location: { path: 'b.js' },
			},
			{
				type: 'issue',
				check_name: 'eqeqeq',
				description: 'Expected ===',
				fingerprint: 'c',
				severity: 'major',
				location: { path: 'a.js' },
			},
		],
		tool: 'eslint',
		links: [
			['*.description', [`\`eval\` can be harmful. (${EVAL})`, 'Parsing error', 'Expected ===']],
			['*.content.body', [`Disallow\n\n[no-eval](https://eslint.org/)\n\n[js/no-dynamic-eval](${EVAL})`]],
		],
		codes: { 'eslint no-eval': 1, 'eslint eqeqeq': 1 },
	},
	{
		what: 'GitLab Code Quality whose codes tell the linter',
		format: 'gitlab',
		report: [
			{
				description: 'eval can be harmful.',
				check_name: 'eslint(no-eval)',
				fingerprint: '1',
				severity: 'major',
				location: { path: 'a.js' },
			},
			{
				description: 'Quote',
				check_name: 'x',
				engine_name: 'shellcheck',
				fingerprint: '2',
				location: { path: 'a.js' },
			},
		],
		links: [['*.description', [`eval can be harmful. (${EVAL})`, 'Quote']]],
		codes: { 'oxlint eslint(no-eval)': 1, 'shellcheck x': 1 },
	},
	{
		what: 'SonarQube generic issues',
		format: 'sonar',
		report: {
			issues: [
				{
					engineId: 'ruff',
					ruleId: 'F401',
					severity: 'MAJOR',
					type: 'CODE_SMELL',
					primaryLocation: { message: 'unused', filePath: 'a.py' },
				},
				{ ruleId: 'SC2086', effortMinutes: 1, primaryLocation: { message: 'quote', filePath: 'a.sh' } },
			],
			rules: [{ id: 'SC2086', name: 'Quote', engineId: 'ShellCheck' }],
		},
		links: [['issues.*.primaryLocation.message', [`unused (${UNUSED})`, `quote (${QUOTE})`]]],
		codes: { 'ruff F401': 1, 'shellcheck SC2086': 1 },
	},
];
