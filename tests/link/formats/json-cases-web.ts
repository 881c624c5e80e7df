import { EMPTY, EVAL, type Json, type JsonCase } from './json-case.ts';

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

export const WEB_CASES: readonly JsonCase[] = [
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
];
