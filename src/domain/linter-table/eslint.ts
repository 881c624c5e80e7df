import type { Linter } from '../linter.ts';

/** https://eslint.org/docs/latest/use/configure/rules */
export const eslint: Linter = {
	name: 'eslint',
	title: 'ESLint',
	reportNames: [],
	canonical: (code) => code.replace(/^eslint\.rules\./, ''),
	twins: () => [],
	suppress: (code) => [
		{ label: 'for the next line', language: 'js', code: `// eslint-disable-next-line ${code} -- reason` },
	],
	configure: (code) => [{ label: 'in eslint.config.js', language: 'js', code: `'${code}': 'error',` }],
	page: (code) => (code.includes('/') ? null : `https://eslint.org/docs/latest/rules/${code}`),
};
