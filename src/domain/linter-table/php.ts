import { linter, snippetIn } from './entry.ts';

const php = snippetIn('php');
const xml = snippetIn('xml');

/** https://phpstan.org/error-identifiers */
export const phpstan = linter({
	name: 'phpstan',
	title: 'PHPStan',
	suppress: (code) => [php('for the next line', `// @phpstan-ignore ${code} (reason)`)],
	page: (code) => `https://phpstan.org/error-identifiers/${code}`,
});

/** https://github.com/PHPCSStandards/PHP_CodeSniffer/wiki */
export const phpcs = linter({
	name: 'phpcs',
	title: 'PHP_CodeSniffer',
	reportNames: ['php_codesniffer', 'php-codesniffer'],
	suppress: (code) => [
		php('for the next line', `// phpcs:ignore ${code} -- reason`),
		php('for several lines', `// phpcs:disable ${code} -- reason\n// phpcs:enable ${code}`),
	],
	configure: (code) => [xml('in phpcs.xml', `<rule ref="${code}"/>`)],
});

/** https://psalm.dev/docs/running_psalm/issues/ */
export const psalm = linter({
	name: 'psalm',
	title: 'Psalm',
	suppress: (code) => [php('for the next statement', `/** @psalm-suppress ${code} reason */`)],
	configure: (code) => [xml('in psalm.xml, under issueHandlers', `<${code} errorLevel="error"/>`)],
	page: (code) => `https://psalm.dev/docs/running_psalm/issues/${code}/`,
});
