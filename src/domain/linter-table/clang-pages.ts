/** The manual's place of a checker of Clang's static analyzer, `core.DivideZero`. */
export function analyzerPage(checker: string): string {
	return `https://clang.llvm.org/docs/analyzer/checkers.html#${checker.toLowerCase().replaceAll('.', '-')}`;
}

/** The manual's place of a warning of Clang, named without `-W`. */
export function warningPage(warning: string): string {
	return `https://clang.llvm.org/docs/DiagnosticsReference.html#w${warning.toLowerCase()}`;
}
