import type { LinterCode } from '../linter.ts';
import { analyzerPage, warningPage } from './clang-pages.ts';
import { aliasesOf } from './clang-tidy-aliases.ts';
import { linter, of, snippetIn } from './entry.ts';

const cpp = snippetIn('cpp');
const ANALYZER = 'clang-analyzer-';
const COMPILER = 'clang-diagnostic-';

/** https://clang.llvm.org/extra/clang-tidy/ */
export const clangTidy = linter({
	name: 'clang-tidy',
	title: 'Clang-Tidy',
	// A bracket may hold several names of one check and a mark that warnings are errors; the first name is the check.
	canonical: (code) => {
		const names = code.replace(/^\[(.*)\]$/, '$1').split(',');
		return names.map((name) => name.trim()).find((name) => name !== '' && name !== '-warnings-as-errors') ?? code;
	},
	twins: (code) => [...aliasesOf(code).map(of('clang-tidy')), ...ofClang(code)],
	suppress: (code) => [
		cpp('for the next line', `// NOLINTNEXTLINE(${code}): reason`),
		cpp('for this line, at its end', `// NOLINT(${code}): reason`),
		cpp('for several lines', `// NOLINTBEGIN(${code}): reason\n// NOLINTEND(${code})`),
	],
	configure: (code) => [snippetIn('yaml')('in .clang-tidy', `Checks: '${code}'\nWarningsAsErrors: '${code}'`)],
	page: (code) => {
		if (code.startsWith(ANALYZER)) return analyzerPage(code.slice(ANALYZER.length));
		if (code.startsWith(COMPILER)) return warningPage(code.slice(COMPILER.length));
		const [, group, check] = /^([a-z]+)-([a-z0-9-]+)$/.exec(code) ?? [];
		if (group === undefined || check === undefined) return null;
		return `https://clang.llvm.org/extra/clang-tidy/checks/${group}/${check}.html`;
	},
});

function ofClang(code: string): readonly LinterCode[] {
	if (code.startsWith(ANALYZER)) return [of('clang-analyzer')(code.slice(ANALYZER.length))];
	// `clang-diagnostic-error` is every error of the compiler, and no flag.
	if (code.startsWith(COMPILER) && code !== `${COMPILER}error`)
		return [of('clang')(`-W${code.slice(COMPILER.length)}`)];
	return [];
}
