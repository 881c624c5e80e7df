import { linter, snippetIn } from './entry.ts';

const java = snippetIn('java');
const kotlin = snippetIn('kotlin');
const xml = snippetIn('xml');
const yaml = snippetIn('yaml');

/** The part after the last dot or slash of a qualified name. */
function last(code: string): string {
	return code.slice(Math.max(code.lastIndexOf('.'), code.lastIndexOf('/')) + 1) || code;
}

/** Checkstyle for Java; reports name the class of a check. https://checkstyle.org/checks.html */
export const checkstyleJava = linter({
	name: 'checkstyle-java',
	title: 'Checkstyle',
	reportNames: ['checkstyle'],
	canonical: (code) => last(code).replace(/(?<=.)Check$/, ''),
	suppress: (code) => [java('for the next declaration', `@SuppressWarnings("checkstyle:${code}")`)],
	configure: (code) => [xml('in checkstyle.xml', `<module name="${code}"/>`)],
});

/** https://docs.pmd-code.org/latest/ */
export const pmd = linter({
	name: 'pmd',
	title: 'PMD',
	canonical: (code) => last(code.replace(/^PMD\.(?=.)/i, '')),
	suppress: (code) => [java('for the next declaration', `@SuppressWarnings("PMD.${code}")`)],
});

/** https://spotbugs.readthedocs.io/en/stable/bugDescriptions.html */
export const spotbugs = linter({
	name: 'spotbugs',
	title: 'SpotBugs',
	reportNames: ['findbugs', 'find-sec-bugs'],
	suppress: (code) => [
		java('for the next declaration', `@SuppressFBWarnings(value = "${code}", justification = "reason")`),
	],
});

/** https://detekt.dev/docs/rules/comments */
export const detekt = linter({
	name: 'detekt',
	title: 'detekt',
	canonical: (code) => last(code.replace(/^detekt:(?=.)/, '')),
	suppress: (code) => [
		kotlin('for the next declaration', `@Suppress("${code}")`),
		kotlin('for the whole file, at its top', `@file:Suppress("${code}")`),
	],
	configure: (code) => [yaml('in detekt.yml, under its rule set', `${code}:\n  active: true`)],
});

/** https://pinterest.github.io/ktlint/latest/rules/standard/ */
export const ktlint = linter({
	name: 'ktlint',
	title: 'ktlint',
	canonical: (code) => code.replace(/^(?:standard|experimental):(?=.)/, ''),
	suppress: (code) => [
		kotlin('for the next declaration', `@Suppress("ktlint:standard:${code}")`),
		kotlin('for the whole file, at its top', `@file:Suppress("ktlint:standard:${code}")`),
	],
	configure: (code) => [snippetIn('ini')('in .editorconfig', `[*.{kt,kts}]\nktlint_standard_${code} = enabled`)],
});
