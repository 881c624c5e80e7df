import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from './project.ts';

/** One run of a linter on the sources, with a report in one format. */
export interface LinterRun {
	readonly linter: string;
	readonly format: string;
	/** `npm`: in this project's node_modules; `machine`: there when somebody installed it. */
	readonly from: 'npm' | 'machine';
	readonly command: readonly [program: string, ...args: readonly string[]];
	/** Where the report goes; a name: the file of that name. */
	readonly report: 'stdout' | 'stderr' | `${string}.sarif`;
	/** What `rulepress link` has to be told. */
	readonly link: readonly string[];
	/** Stems of the rules that its findings lead to. */
	readonly rules: readonly string[];
}

const WEB = ['no-dynamic-eval', 'no-debugger', 'say-what-a-value-is'];
/** ESLint's `no-debugger` has two rules: its address is the list of them. */
const BOTH = ['leave-no-traces', ...WEB];
const STYLE = ['known-properties', 'no-empty-block'];
const SHELL = ['quote-variables', 'remove-what-is-unused'];
const TIDY = ['no-division-by-zero', 'initialise-before-use', 'bound-copies'];

/** A program of node_modules, which npm puts under its own name. */
const npm = (name: string) => join('node_modules/.bin', name);
const run = (
	[linter, format]: readonly [string, string],
	command: LinterRun['command'],
	rest: Partial<LinterRun> & Pick<LinterRun, 'rules'>,
): LinterRun => ({ linter, format, command, from: 'machine', report: 'stdout', link: [], ...rest });

const eslint = (format: string) =>
	run(['eslint', format], [npm('eslint'), '-f', format, 'web.ts'], { from: 'npm', rules: BOTH });
const biome = (format: string) =>
	run(['biome', format], [npm('biome'), 'lint', `--reporter=${format}`, 'web.ts'], { from: 'npm', rules: WEB });
const oxlint = (format: string, ...link: readonly string[]) => {
	const command = [npm('oxlint'), '-D', 'typescript/no-explicit-any', '-f', format, 'web.ts'] as const;
	return run(['oxlint', format], command, { from: 'npm', link, rules: BOTH });
};
const stylelint = (format: string) => {
	const command = [npm('stylelint'), '--formatter', format, 'style.css'] as const;
	return run(['stylelint', format], command, { from: 'npm', report: 'stderr', rules: STYLE });
};
const shellcheck = (format: string, ...link: readonly string[]) =>
	run(['shellcheck', format], ['shellcheck', '-f', format, 'script.sh'], { link, rules: SHELL });

export const LINTER_RUNS: readonly LinterRun[] = [
	eslint('json-with-metadata'),
	eslint('json'),
	eslint('stylish'),
	biome('json'),
	biome('rdjson'),
	biome('sarif'),
	oxlint('json'),
	oxlint('sarif'),
	oxlint('checkstyle', '--tool', 'oxlint'),
	stylelint('json'),
	stylelint('string'),
	run(['clang-tidy', 'text'], ['clang-tidy', '--checks=-*,clang-analyzer-*', 'program.c', '--'], { rules: TIDY }),
	run(
		['clang-analyzer', 'sarif'],
		['clang', '--analyze', '-Xclang', '-analyzer-output=sarif', '-o', 'analyzer.sarif', 'program.c'],
		{ report: 'analyzer.sarif', rules: ['no-division-by-zero', 'initialise-before-use'] },
	),
	run(['clang', 'text'], ['clang', '-Wall', '-fsyntax-only', 'program.c'], {
		report: 'stderr',
		rules: ['initialise-before-use'],
	}),
	// No rule names cppcheck's `uninitvar`: its CWE leads to one.
	run(['cppcheck', 'xml'], ['cppcheck', '--enable=all', '--xml', 'program.c'], {
		report: 'stderr',
		rules: ['no-division-by-zero', 'initialise-before-use'],
	}),
	shellcheck('json1'),
	shellcheck('json'),
	shellcheck('gcc', '--tool', 'shellcheck'),
	shellcheck('checkstyle'),
	shellcheck('tty', '--tool', 'shellcheck'),
];

/** The report of a run; null when the linter is not installed. */
export async function reportOf({ command, report }: LinterRun, project: Project): Promise<string | null> {
	const [program, ...args] = command;
	const ended = await project.run(program, ...args);
	if (ended.code === null) return null;
	return report === 'stdout' || report === 'stderr' ? ended[report] : readFile(join(project.folder, report), 'utf8');
}
