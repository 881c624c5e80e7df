import { linter, of, snippetIn, without } from './entry.ts';
import { oxlintOfEslint } from './oxlint-names.ts';

const js = snippetIn('js');
const eslintCode = of('eslint');

/** Rules of typescript-eslint that extend a core rule of the same name: https://typescript-eslint.io/rules/?=extension */
const EXTENSIONS = new Set(
	(
		'class-methods-use-this consistent-return default-param-last dot-notation init-declarations max-params ' +
		'no-array-constructor no-dupe-class-members no-empty-function no-implied-eval no-invalid-this no-loop-func ' +
		'no-loss-of-precision no-magic-numbers no-redeclare no-restricted-imports no-shadow no-unused-expressions ' +
		'no-unused-private-class-members no-unused-vars no-use-before-define no-useless-constructor ' +
		'prefer-destructuring prefer-promise-reject-errors require-await'
	).split(' '),
);

/** Where plugins describe their rules; `*` is the rule. */
const PLUGIN_PAGES: Readonly<Record<string, string>> = {
	'@stylistic': 'https://eslint.style/rules/*',
	'@typescript-eslint': 'https://typescript-eslint.io/rules/*/',
	import: 'https://github.com/import-js/eslint-plugin-import/blob/main/docs/rules/*.md',
	jest: 'https://github.com/jest-community/eslint-plugin-jest/blob/main/docs/rules/*.md',
	jsdoc: 'https://github.com/gajus/eslint-plugin-jsdoc/blob/main/docs/rules/*.md',
	'jsx-a11y': 'https://github.com/jsx-eslint/eslint-plugin-jsx-a11y/blob/main/docs/rules/*.md',
	n: 'https://github.com/eslint-community/eslint-plugin-n/blob/master/docs/rules/*.md',
	promise: 'https://github.com/eslint-community/eslint-plugin-promise/blob/main/docs/rules/*.md',
	react: 'https://github.com/jsx-eslint/eslint-plugin-react/blob/master/docs/rules/*.md',
	unicorn: 'https://github.com/sindresorhus/eslint-plugin-unicorn/blob/main/docs/rules/*.md',
	vue: 'https://eslint.vuejs.org/rules/*.html',
};

/** https://eslint.org/docs/latest/use/configure/rules */
export const eslint = linter({
	name: 'eslint',
	title: 'ESLint',
	// Checkstyle and JUnit reports put a name space before the rule.
	canonical: without(/^(?:(?:org\.)?eslint(?:\.rules)?\.|eslint\/)/),
	twins: (code) => [...extension(code), ...oxlintOfEslint(code)],
	suppress: (code) => [
		js('for the next line', `// eslint-disable-next-line ${code} -- reason`),
		js('for the whole file', `/* eslint-disable ${code} -- reason */`),
	],
	configure: (code) => [js('in eslint.config.js', `'${code}': 'error',`)],
	page: (code) => {
		const slash = code.lastIndexOf('/');
		if (slash < 0) return `https://eslint.org/docs/latest/rules/${code}`;
		return PLUGIN_PAGES[code.slice(0, slash)]?.replace('*', code.slice(slash + 1)) ?? null;
	},
});

function extension(code: string): ReturnType<typeof eslintCode>[] {
	const core = code.replace(/^@typescript-eslint\//, '');
	if (!EXTENSIONS.has(core)) return [];
	return [eslintCode(core === code ? `@typescript-eslint/${core}` : core)];
}
