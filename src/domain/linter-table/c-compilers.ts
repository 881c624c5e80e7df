import { analyzerPage, warningPage } from './clang-pages.ts';
import { linter, of, snippetIn } from './entry.ts';

const cpp = snippetIn('cpp');

/** `-Wunused-variable` of `[-Werror,-Wunused-variable]`, `-Werror=unused-variable`, `unused-variable`. */
function flag(code: string): string {
	const named = code.replace(/^\[(.*)\]$/, '$1').replace(/^-Werror(?:,|=(?:-W)?)(?=.)/, '');
	return /^[a-z][a-z0-9+-]*(?:=\d+)?$/.test(named) ? `-W${named}` : named;
}

function isFlag(code: string): boolean {
	return /^-W[a-z]/.test(code) && code !== '-Werror';
}

function pragma(compiler: string): (code: string) => ReturnType<typeof cpp>[] {
	return (code) =>
		isFlag(code)
			? [
					cpp(
						'for several lines',
						`#pragma ${compiler} diagnostic push\n#pragma ${compiler} diagnostic ignored "${code}"\n#pragma ${compiler} diagnostic pop`,
					),
				]
			: [];
}

function asError(code: string): ReturnType<typeof cpp>[] {
	return isFlag(code) ? [snippetIn('sh')('as a flag of the compiler', `${code} -Werror=${code.slice(2)}`)] : [];
}

/** https://clang.llvm.org/docs/DiagnosticsReference.html */
export const clang = linter({
	name: 'clang',
	title: 'Clang',
	reportNames: ['clang++', 'clangd'],
	canonical: flag,
	// The static analyzer calls itself clang in SARIF; its checkers are dotted names.
	owner: (code) => (/^[a-z][A-Za-z]*(?:\.[A-Za-z-]+)+$/.test(code) ? of('clang-analyzer')(code) : null),
	// In SARIF Clang numbers its diagnostics, and differently in every version.
	isRule: (code) => !/^\d+$/.test(code),
	twins: (code) => (isFlag(code) ? [of('clang-tidy')(`clang-diagnostic-${code.slice(2)}`), of('gcc')(code)] : []),
	suppress: pragma('clang'),
	configure: asError,
	page: (code) => (isFlag(code) ? warningPage(code.slice(2)) : null),
});

/** https://gcc.gnu.org/onlinedocs/gcc/Warning-Options.html */
export const gcc = linter({
	name: 'gcc',
	title: 'GCC',
	reportNames: ['g++', 'gnu c', 'gnu c++', 'gnu c17', 'gnu c++17'],
	canonical: flag,
	twins: (code) => (isFlag(code) ? [of('clang')(code)] : []),
	suppress: pragma('GCC'),
	configure: asError,
});

/** https://clang.llvm.org/docs/analyzer/checkers.html */
export const clangAnalyzer = linter({
	name: 'clang-analyzer',
	title: 'Clang Static Analyzer',
	reportNames: ['clang static analyzer', 'scan-build', 'clangsa'],
	canonical: (code) => code.replace(/^clang-analyzer-(?=.)/, ''),
	twins: (code) => [of('clang-tidy')(`clang-analyzer-${code}`)],
	suppress: (code) => [
		cpp('for the next line, run by Clang-Tidy', `// NOLINTNEXTLINE(clang-analyzer-${code}): reason`),
	],
	configure: (code) => [snippetIn('sh')('as a flag of the analyzer', `-Xclang -analyzer-checker=${code}`)],
	page: analyzerPage,
});

/** https://cppcheck.sourceforge.io/manual.html */
export const cppcheck = linter({
	name: 'cppcheck',
	title: 'Cppcheck',
	canonical: (code) => code.replace(/^\[(.+)\]$/, '$1'),
	isRule: (code) => code !== 'checkersReport',
	suppress: (code) => [
		cpp('for the next line', `// cppcheck-suppress ${code} ; reason`),
		cpp('for the whole file, at its top', `// cppcheck-suppress-file ${code}`),
	],
});
