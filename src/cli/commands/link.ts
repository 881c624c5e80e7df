import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { findLinter, LINTER_NAMES } from '../../domain/linters.ts';
import { nearest } from '../../domain/nearest.ts';
import type { LinkCatalog } from '../../link/catalog.ts';
import type { Context } from '../context.ts';
import { CannotRun, EXIT } from '../failure.ts';
import type { Destination } from '../link/run-link.ts';
import { type ConfigOptions, configOption, configuration, withExamples } from '../options.ts';
import { shortPath } from '../short-path.ts';

interface LinkCommandOptions extends ConfigOptions {
	readonly output?: string;
	readonly inPlace?: boolean;
	readonly catalog?: string;
	readonly from: string;
	readonly tool?: string;
	readonly unmapped?: boolean;
	readonly format: 'text' | 'json';
	readonly failUnmapped?: boolean;
	readonly repair?: boolean;
	readonly taxonomy?: boolean;
	/** Not set: when standard output is a terminal that shows them. */
	readonly hyperlinks?: boolean;
}

export function linkCommand(context: Context, exit: (code: number) => void): Command {
	const command = new Command('link')
		.description("Put the addresses of the team's rules into a linter's report")
		.addArgument(new Argument('[report...]', 'reports; - or none: standard input'))
		.option('-o, --output <file>', 'write here instead of to standard output; may be the report itself')
		.option('--in-place', 'write every report to its own file')
		.option('--catalog <file|folder|url>', 'rules.json of a published site (default: of the built site)')
		.option('--from <format>', 'format of the report, when it cannot be told: sarif, eslint, text, …', 'auto')
		.option('--tool <linter>', 'the linter, for formats that do not name it')
		.option('--unmapped', 'print the codes that no rule explains, most frequent first, and no report')
		.addOption(new Option('--format <format>', 'how --unmapped prints').choices(['text', 'json']).default('text'))
		.option('--fail-unmapped', 'exit with 1 when a code has no rule')
		.option('--repair', 'mend what keeps a SARIF file from being accepted: numeric severities, columns of 0')
		.option('--taxonomy', 'name the rules in a SARIF file as a taxonomy that its own rules are related to')
		.option('--hyperlinks', 'make the codes in text clickable (OSC 8) even where that is not known to work')
		.option('--no-hyperlinks', 'never do so')
		.addOption(configOption())
		.action(async (reports: string[], options: LinkCommandOptions) => exit(await link(context, reports, options)));
	return withExamples(command, [
		['rulepress link report.sarif -o report.sarif', 'a report of any linter, in its place'],
		['eslint -f json-with-metadata . | rulepress link > eslint.json', 'ESLint'],
		['biome ci --reporter=sarif . | rulepress link -o biome.sarif', 'Biome'],
		['oxlint -f json | rulepress link', 'oxlint'],
		['stylelint -f json "**/*.css" 2>&1 | rulepress link', 'stylelint writes to standard error'],
		['ruff check --output-format sarif -o ruff.sarif; rulepress link ruff.sarif --in-place', 'ruff'],
		['clang-tidy src/*.cpp | rulepress link --tool clang-tidy', 'clang-tidy: the links follow the text'],
		['shellcheck -f json1 *.sh | rulepress link', 'ShellCheck'],
		['cppcheck --xml src 2>&1 | rulepress link', 'cppcheck writes to standard error'],
		['rulepress link --unmapped *.sarif', 'the codes that still need a rule'],
		['rulepress link a.sarif --in-place --catalog https://rules.example.org/', "without the site's source"],
	]).addHelpText('after', '\nThe exit code is 0 whatever the linter found: use `set -o pipefail` to keep its own.');
}

async function link(context: Context, reports: readonly string[], options: LinkCommandOptions): Promise<number> {
	const { err, out, paintErr } = context.terminal;
	const { STANDARD_INPUT, linkSummary, noReport, runLink } = await import('../link/run-link.ts');
	const { backlogJson, backlogOf, backlogText, together } = await import('../link/backlog.ts');
	const inputs = reports.length === 0 ? [STANDARD_INPUT] : reports;
	const destination = destinationOf(inputs, options, STANDARD_INPUT);
	const tool =
		options.tool === undefined
			? null
			: toolOf(options.tool, (text) => err(`${paintErr('warning', 'warning')}: ${text}\n`));
	if (inputs.includes(STANDARD_INPUT) && context.streams.input() === null) throw noReport();

	const results = await runLink(context, inputs, {
		catalog: await catalogOf(options),
		from: options.from === 'auto' ? null : options.from,
		tool,
		repair: options.repair === true,
		taxonomy: options.taxonomy === true,
		hyperlinks: destination.to === 'stdout' && (options.hyperlinks ?? (await context.streams.hyperlinks())),
		destination,
	});
	const found = results.filter((result) => result !== null);
	const codes = together(found.map((result) => result.codes));
	const backlog = backlogOf(codes);
	if (options.unmapped) {
		out(options.format === 'json' ? backlogJson(backlog) : backlogText(backlog));
	} else if (found.length > 0) {
		const edits = found.reduce((total, result) => total + result.edits, 0);
		err(linkSummary(codes, edits));
	}
	if (found.length < results.length) return EXIT.cannotRun;
	return options.failUnmapped && backlog.length > 0 ? EXIT.problems : EXIT.fine;
}

function destinationOf(inputs: readonly string[], options: LinkCommandOptions, stdin: string): Destination {
	const { output, inPlace, unmapped } = options;
	if (unmapped && (output !== undefined || inPlace)) {
		throw new CannotRun('--unmapped writes no report, so --output and --in-place have no place beside it');
	}
	if (unmapped) return { to: 'nowhere' };
	if (inPlace && output !== undefined) throw new CannotRun('Use either --output or --in-place');
	if (inPlace && inputs.includes(stdin)) {
		throw new CannotRun('--in-place needs the names of files: standard input cannot be written to');
	}
	if (inPlace) return { to: 'source' };
	if (inputs.length > 1)
		throw new CannotRun('Several reports do not make one. Use --in-place to write each to its own file');
	return output === undefined || output === stdin ? { to: 'stdout' } : { to: 'file', path: output };
}

function toolOf(name: string, warn: (text: string) => void): string {
	const known = findLinter(name);
	if (known !== null) return known.name;
	const near = nearest(name, LINTER_NAMES);
	warn(`"${name}" is not a linter this version knows.${near === null ? '' : ` Did you mean "${near}"?`}`);
	return name.trim().toLowerCase();
}

/** The catalog that is named, else that of the project's built site. */
async function catalogOf(options: LinkCommandOptions): Promise<LinkCatalog> {
	const { loadCatalog } = await import('../../link/load-catalog.ts');
	const { linkCatalog } = await import('../../link/published.ts');
	const source = options.catalog ?? (await builtCatalog(options));
	return linkCatalog((await loadCatalog(source)).file);
}

async function builtCatalog(options: LinkCommandOptions): Promise<string> {
	const { out } = await configuration(options.config === undefined ? {} : { config: options.config });
	const file = join(out, 'rules.json');
	if (existsSync(file)) return file;
	throw new CannotRun(
		`${shortPath(file)} is not there yet: run rulepress build first, or name a published catalog: --catalog https://rules.example.org/`,
	);
}
