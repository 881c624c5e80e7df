import { linter, snippetIn } from './entry.ts';

const ruby = snippetIn('ruby');
const swift = snippetIn('swift');
const yaml = snippetIn('yaml');

/** Departments that RuboCop itself has; the others come with extensions. */
const DEPARTMENTS = /^(?:Bundler|Gemspec|Layout|Lint|Metrics|Migration|Naming|Security|Style)\//;

/** https://docs.rubocop.org/rubocop/cops.html */
export const rubocop = linter({
	name: 'rubocop',
	title: 'RuboCop',
	suppress: (code) => [
		ruby('for this line, at its end', `# rubocop:disable ${code} -- reason`),
		ruby('for several lines', `# rubocop:disable ${code}\n# rubocop:enable ${code}`),
	],
	configure: (code) => [yaml('in .rubocop.yml', `${code}:\n  Enabled: true\n  Severity: error`)],
	page: (code) => {
		const department = DEPARTMENTS.exec(code)?.[0].slice(0, -1).toLowerCase();
		if (department === undefined) return null;
		return `https://docs.rubocop.org/rubocop/cops_${department}.html#${code.toLowerCase().replaceAll('/', '')}`;
	},
});

/** https://realm.github.io/SwiftLint/rule-directory.html */
export const swiftlint = linter({
	name: 'swiftlint',
	title: 'SwiftLint',
	suppress: (code) => [
		swift('for the next line', `// swiftlint:disable:next ${code} - reason`),
		swift('for the whole file', `// swiftlint:disable ${code}`),
	],
	configure: (code) => [yaml('in .swiftlint.yml', `opt_in_rules:\n  - ${code}`)],
	page: (code) => `https://realm.github.io/SwiftLint/${code}.html`,
});
