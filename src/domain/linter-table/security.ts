import { linter, snippetIn } from './entry.ts';

const js = snippetIn('js');

/** https://semgrep.dev/docs/ */
export const semgrep = linter({
	name: 'semgrep',
	title: 'Semgrep',
	reportNames: ['semgrep oss', 'semgrep pro', 'opengrep'],
	suppress: (code) => [js('for the next line', `// nosemgrep: ${code}`)],
	page: (code) => (code.split('.').length > 3 ? `https://semgrep.dev/r/${code}` : null),
});

/** The first part of a query's id, and the folder of its language in the manual. */
const CODEQL_LANGUAGES: Readonly<Record<string, string>> = {
	actions: 'actions',
	cpp: 'cpp',
	cs: 'csharp',
	go: 'go',
	java: 'java',
	js: 'javascript',
	py: 'python',
	rb: 'ruby',
	rust: 'rust',
	swift: 'swift',
};

/** https://codeql.github.com/codeql-query-help/ */
export const codeql = linter({
	name: 'codeql',
	title: 'CodeQL',
	suppress: (code) => [js('for the next line', `// codeql[${code}] reason`)],
	configure: (code) => [
		snippetIn('yaml')('in the CodeQL configuration', `query-filters:\n  - include:\n      id: ${code}`),
	],
	page: (code) => {
		const language = CODEQL_LANGUAGES[code.slice(0, Math.max(code.indexOf('/'), 0))];
		if (language === undefined) return null;
		return `https://codeql.github.com/codeql-query-help/${language}/${code.replaceAll('/', '-')}/`;
	},
});

/** The number of a rule is the same for all languages; reports put the language before it. https://rules.sonarsource.com/ */
export const sonar = linter({
	name: 'sonar',
	title: 'SonarQube',
	reportNames: ['sonarqube', 'sonarlint', 'sonarcloud'],
	canonical: (code) => code.replace(/^(?:[a-z0-9-]+:|RSPEC-)?S?(\d{3,5})$/i, 'S$1'),
	suppress: () => [js('for this line, at its end; it silences every rule', '// NOSONAR reason')],
});
