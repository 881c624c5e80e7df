import { linter, snippetIn, without } from './entry.ts';

const css = snippetIn('css');

/** https://stylelint.io/user-guide/rules */
export const stylelint = linter({
	name: 'stylelint',
	title: 'Stylelint',
	// A message ends with the rule in brackets; Checkstyle and JUnit reports put a name space before it.
	canonical: (code) => without(/^(?:org\.)?stylelint(?:\.rules)?\./)(code.replace(/^\((.+)\)$/, '$1')),
	isRule: (code) => code !== 'CssSyntaxError',
	suppress: (code) => [
		css('for the next line', `/* stylelint-disable-next-line ${code} -- reason */`),
		css('for the whole file', `/* stylelint-disable ${code} -- reason */`),
	],
	configure: (code) => [snippetIn('js')('in stylelint.config.js, under rules', `'${code}': true,`)],
	page: (code) => (code.includes('/') ? null : `https://stylelint.io/user-guide/rules/${code}/`),
});
