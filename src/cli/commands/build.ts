import { Command } from 'commander';
import type { Diagnostic } from '../../domain/diagnostics.ts';
import { severityOf } from '../../domain/diagnostics.ts';
import { counted } from '../../formats/counted.ts';
import { countDiagnostics } from '../../formats/counts.ts';
import { codesText, diagnosticsText, type Paint, severitiesText } from '../../formats/diagnostics-text.ts';
import type { LeftOut } from '../../pipeline.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../failure.ts';
import { sizeText, timeSince } from '../figures.ts';
import * as option from '../options.ts';
import { progressLine } from '../progress.ts';
import { comparedWith, formerCatalog, isVanished, publishedOption } from '../published.ts';
import { requireRules } from '../require-rules.ts';
import { shortPath } from '../short-path.ts';

interface BuildOptions extends option.ConfigOptions {
	readonly skipInvalid?: boolean;
	readonly published?: string;
}

export function buildCommand(context: Context, exit: (code: number) => void): Command {
	const command = new Command('build')
		.description('Build the site; stops before publishing when a rule has an error')
		.addArgument(option.foldersArgument())
		.addOption(option.outOption())
		.option('--site <url>', 'where the site will be published, such as https://rules.example.org')
		.addOption(option.baseOption())
		.option('--skip-invalid', 'leave rules with errors out instead of stopping')
		.addOption(publishedOption())
		.addOption(option.configOption())
		.action(async (folders: string[], options: BuildOptions) => exit(await build(context, folders, options)));
	return option.withExamples(command, [
		['rulepress build', 'build the content folders of the config into dist'],
		['rulepress build packs --out public', 'build another folder to another place'],
		['rulepress build --site https://example.org --base /rules', 'for a site below a path'],
		['rulepress build --skip-invalid', 'publish the good rules, name the others'],
		['rulepress build --published https://rules.example.org/rules.json', 'stop when a published link would break'],
	]);
}

async function build(context: Context, folders: readonly string[], options: BuildOptions): Promise<number> {
	const start = performance.now();
	const { terminal, runPipeline } = context;
	const config = await option.configuration(options, folders);
	const former = await formerCatalog(options.published);
	const line = progressLine(terminal);
	const read = await runPipeline(config, line.progress).finally(line.end);
	requireRules(config, read);
	const result = comparedWith(former, read, options.skipInvalid === true);
	const { catalog, diagnostics, leftOut } = result;

	const errors = diagnostics.filter(({ code }) => severityOf(code) === 'error');
	const others = diagnostics.filter(({ code }) => severityOf(code) !== 'error');
	const named = new Set(options.skipInvalid ? leftOut.flatMap((one) => one.diagnostics) : []);
	const shown = errors.filter((error) => !named.has(error));
	terminal.err(diagnosticsText(shown, terminal.paintErr));
	if (shown.length > 0 && others.length > 0) terminal.err('\n');
	if (options.skipInvalid) terminal.err(leftOutText(leftOut));
	terminal.err(othersText(others, terminal.paintErr));
	const stopping = options.skipInvalid ? errors.filter(isVanished) : errors;
	if (stopping.length > 0) {
		const orElse = stopping.every(isVanished) ? '' : ', or leave these rules out with --skip-invalid';
		terminal.err(`\nNothing was published: ${counted(stopping.length, 'error')}. Correct them${orElse}.\n`);
		return EXIT.problems;
	}

	const site = await context.site();
	const built = await site.build({ catalog, config, progress: line.progress }).finally(line.end);
	terminal.out(
		`Built ${counted(built.pages, 'page')} for ${counted(catalog.rules.length, 'rule')} ` +
			`in ${counted(catalog.packs.length, 'pack')} (${sizeText(built.bytes)}) ` +
			`in ${timeSince(start)}: ${shortPath(built.out)}\n`,
	);
	return EXIT.fine;
}

/** Which files are not on the site, each with its codes. */
function leftOutText(leftOut: readonly LeftOut[]): string {
	if (leftOut.length === 0) return '';
	const lines = leftOut.map(({ file, diagnostics }) => `  ${file}: ${codes(diagnostics)}\n`);
	return `${counted(leftOut.length, 'rule')} left out:\n${lines.join('')}`;
}

function codes(diagnostics: readonly Diagnostic[]): string {
	return [...new Set(diagnostics.map(({ code }) => code))].join(', ');
}

function othersText(others: readonly Diagnostic[], paint: Paint): string {
	if (others.length === 0) return '';
	const { bySeverity, byCode } = countDiagnostics(others);
	return `${severitiesText(bySeverity, paint)} (rulepress check shows them):\n${codesText(byCode, paint)}`;
}
