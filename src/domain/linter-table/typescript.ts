import { linter, snippetIn } from './entry.ts';

/** The TypeScript compiler: https://www.typescriptlang.org/tsconfig/ */
export const typescript = linter({
	name: 'typescript',
	title: 'TypeScript',
	reportNames: ['tsc', 'ts', 'tsserver'],
	canonical: (code) => code.replace(/^(?:(?:error|warning)\s+)?(?:TS)?(\d+):?$/i, 'TS$1'),
	suppress: (code) => [snippetIn('ts')('for the next line', `// @ts-expect-error ${code}: reason`)],
});
