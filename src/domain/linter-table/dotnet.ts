import { linter, snippetIn, upperNumbered } from './entry.ts';

const csharp = snippetIn('csharp');

/** Families of rules and their pages; `*` is the code in lower case, `+` the code. */
const PAGES: readonly (readonly [code: RegExp, page: string])[] = [
	[/^CA\d{4}$/, 'https://learn.microsoft.com/dotnet/fundamentals/code-analysis/quality-rules/*'],
	[/^IDE\d{4}$/, 'https://learn.microsoft.com/dotnet/fundamentals/code-analysis/style-rules/*'],
	[/^SA\d{4}$/, 'https://github.com/DotNetAnalyzers/StyleCopAnalyzers/blob/master/documentation/+.md'],
];

/** Analyzers of the .NET compiler; a part after the code (`CA5350/md5`) tells findings of one rule apart. */
export const roslyn = linter({
	name: 'roslyn',
	title: 'Roslyn analyzers',
	reportNames: ['csc', 'microsoft (r) visual c# compiler', 'microsoft.codeanalysis', '.net analyzers', 'stylecop'],
	canonical: (code) => upperNumbered(code.replace(/^([A-Z]{2,}\d+)\/.*$/i, '$1')),
	suppress: (code) => [
		csharp('for several lines', `#pragma warning disable ${code} // reason\n#pragma warning restore ${code}`),
	],
	configure: (code) => [snippetIn('ini')('in .editorconfig', `[*.cs]\ndotnet_diagnostic.${code}.severity = error`)],
	page: (code) => {
		const page = PAGES.find(([pattern]) => pattern.test(code))?.[1];
		return page?.replace('*', code.toLowerCase()).replace('+', code) ?? null;
	},
});
