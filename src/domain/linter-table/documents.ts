import { linter, snippetIn } from './entry.ts';

const yaml = snippetIn('yaml');
const markdown = snippetIn('markdown');

/** https://yamllint.readthedocs.io/en/stable/rules.html */
export const yamllint = linter({
	name: 'yamllint',
	title: 'yamllint',
	canonical: (code) => code.replace(/^\((.+)\)$/, '$1'),
	suppress: (code) => [
		yaml('for the next line', `# yamllint disable-line rule:${code}`),
		yaml('for the whole file', `# yamllint disable rule:${code}`),
	],
	configure: (code) => [yaml('in .yamllint', `rules:\n  ${code}:\n    level: error`)],
	page: (code) =>
		`https://yamllint.readthedocs.io/en/stable/rules.html#module-yamllint.rules.${code.replaceAll('-', '_')}`,
});

/** Numbers and names of the rules: https://github.com/DavidAnson/markdownlint/blob/main/doc/Rules.md */
const MARKDOWN_RULES = new Map(
	(
		'1 heading-increment|3 heading-style|4 ul-style|5 list-indent|7 ul-indent|9 no-trailing-spaces|10 no-hard-tabs|' +
		'11 no-reversed-links|12 no-multiple-blanks|13 line-length|14 commands-show-output|18 no-missing-space-atx|' +
		'19 no-multiple-space-atx|20 no-missing-space-closed-atx|21 no-multiple-space-closed-atx|22 blanks-around-headings|' +
		'23 heading-start-left|24 no-duplicate-heading|25 single-h1|26 no-trailing-punctuation|' +
		'27 no-multiple-space-blockquote|28 no-blanks-blockquote|29 ol-prefix|30 list-marker-space|31 blanks-around-fences|' +
		'32 blanks-around-lists|33 no-inline-html|34 no-bare-urls|35 hr-style|36 no-emphasis-as-heading|' +
		'37 no-space-in-emphasis|38 no-space-in-code|39 no-space-in-links|40 fenced-code-language|41 first-line-h1|' +
		'42 no-empty-links|43 required-headings|44 proper-names|45 no-alt-text|46 code-block-style|' +
		'47 single-trailing-newline|48 code-fence-style|49 emphasis-style|50 strong-style|51 link-fragments|' +
		'52 reference-links-images|53 link-image-reference-definitions|54 link-image-style|55 table-pipe-style|' +
		'56 table-column-count|58 blanks-around-tables|59 descriptive-link-text'
	)
		.split('|')
		.map((pair) => pair.split(' '))
		.flatMap(([number = '', name = '']) => [[name, `MD${number.padStart(3, '0')}`] as const]),
);

/** A rule has a number and a name; reports print both. https://github.com/DavidAnson/markdownlint */
export const markdownlint = linter({
	name: 'markdownlint',
	title: 'markdownlint',
	reportNames: ['markdownlint-cli', 'markdownlint-cli2'],
	canonical: (code) => {
		const number = /^(MD\d{3})(?:\/.*)?$/i.exec(code)?.[1]?.toUpperCase();
		return number ?? MARKDOWN_RULES.get(code.toLowerCase()) ?? code;
	},
	suppress: (code) => [
		markdown('for the next line', `<!-- markdownlint-disable-next-line ${code} -->`),
		markdown('for the whole file', `<!-- markdownlint-disable-file ${code} -->`),
	],
	configure: (code) => [snippetIn('json')('in .markdownlint.json', `"${code}": true`)],
	page: (code) =>
		/^MD\d{3}$/.test(code) ? `https://github.com/DavidAnson/markdownlint/blob/main/doc/${code.toLowerCase()}.md` : null,
});

/** It has no comments that silence it. https://github.com/rhysd/actionlint/blob/main/docs/checks.md */
export const actionlint = linter({
	name: 'actionlint',
	title: 'actionlint',
	canonical: (code) => code.replace(/^\[(.+)\]$/, '$1'),
});
