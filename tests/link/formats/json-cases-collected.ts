import { EVAL, type JsonCase, QUOTE, UNUSED } from './json-case.ts';

export const COLLECTED_CASES: readonly JsonCase[] = [
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
