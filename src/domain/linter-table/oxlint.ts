import { linter, snippetIn } from './entry.ts';
import { eslintOfOxlint, oxlintSpelling, partsOf } from './oxlint-names.ts';

const js = snippetIn('js');

/** https://oxc.rs/docs/guide/usage/linter/rules.html */
export const oxlint = linter({
	name: 'oxlint',
	title: 'Oxlint',
	reportNames: ['oxc'],
	canonical: (code) => (/^OXL\d+$/i.test(code) ? code.toUpperCase() : oxlintSpelling(code)),
	isRule: (code) => !/^(?:OXL\d+|eslint\(oxlint\))$/.test(code),
	twins: eslintOfOxlint,
	suppress: (code) => [
		js('for the next line', `// oxlint-disable-next-line ${slashed(code)} -- reason`),
		js('for the whole file', `/* oxlint-disable ${slashed(code)} -- reason */`),
	],
	configure: (code) => [snippetIn('json')('in .oxlintrc.json, under rules', `"${slashed(code)}": "error"`)],
	page: (code) => {
		const { plugin, rule } = partsOf(code);
		const folder = FOLDERS[plugin] ?? plugin;
		return `https://oxc.rs/docs/guide/usage/linter/rules/${folder}/${rule}.html`;
	},
});

/** Plugins whose folder on the site has another name. */
const FOLDERS: Readonly<Record<string, string>> = {
	'jsx-a11y': 'jsx_a11y',
	next: 'nextjs',
	'react-hooks': 'react',
	'react-perf': 'react_perf',
};

/** The spelling of comments and configurations: `typescript/no-explicit-any`, and `no-eval` for a core rule. */
function slashed(code: string): string {
	const { plugin, rule } = partsOf(code);
	if (plugin === 'eslint') return rule;
	return `${plugin === 'next' ? 'nextjs' : plugin === 'react-hooks' ? 'react' : plugin}/${rule}`;
}
