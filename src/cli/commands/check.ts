import { Command, Option } from 'commander';
import type { Config } from '../../domain/config.ts';
import type { Diagnostic } from '../../domain/diagnostics.ts';
import { CODES_PACK, severityOf } from '../../domain/diagnostics.ts';
import { counted } from '../../formats/counted.ts';
import { type Counts, countDiagnostics } from '../../formats/counts.ts';
import { diagnosticsGithub } from '../../formats/diagnostics-github.ts';
import { diagnosticsJson } from '../../formats/diagnostics-json.ts';
import { diagnosticsSarif } from '../../formats/diagnostics-sarif.ts';
import { codesText, diagnosticsText, severitiesText } from '../../formats/diagnostics-text.ts';
import type { PipelineResult } from '../../pipeline.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../failure.ts';
import { timeSince } from '../figures.ts';
import { type ConfigOptions, configOption, configuration, foldersArgument, withExamples } from '../options.ts';
import { packageVersion } from '../package.ts';
import { progressLine } from '../progress.ts';
import { comparedWith, formerCatalog, publishedOption } from '../published.ts';
import { requireRules } from '../require-rules.ts';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

interface CheckOptions extends ConfigOptions {
	readonly format: (typeof FORMATS)[number];
	readonly strict?: boolean;
	readonly quiet?: boolean;
	readonly published?: string;
}

export function checkCommand(context: Context, exit: (code: number) => void): Command {
	const command = new Command('check')
		.description('Check rule packs and say what is wrong, where, and what to do')
		.addArgument(foldersArgument())
		.addOption(new Option('--format <format>', 'how to write the findings').choices(FORMATS).default('text'))
		.option('--strict', 'exit with 1 for warnings too')
		.option('--quiet', 'show errors only')
		.addOption(publishedOption())
		.addOption(configOption())
		.action(async (folders: string[], options: CheckOptions) => exit(await check(context, folders, options)));
	return withExamples(command, [
		['rulepress check', 'check the content folders of the config'],
		['rulepress check packs ../other', 'check these folders instead'],
		['rulepress check --quiet', 'errors only'],
		['rulepress check --format sarif > rules.sarif', 'a report for code scanning'],
		['rulepress check --published https://rules.example.org/rules.json', 'say which published links would break'],
	]);
}

async function check(
	{ terminal, runPipeline }: Context,
	folders: readonly string[],
	options: CheckOptions,
): Promise<number> {
	const start = performance.now();
	const config = await configuration(options, folders);
	const former = await formerCatalog(options.published);
	const line = progressLine(terminal);
	const read = await runPipeline(config, line.progress, { render: false }).finally(line.end);
	requireRules(config, read);
	const result = comparedWith(former, read, false);

	const shown = options.quiet
		? result.diagnostics.filter(({ code }) => severityOf(code) === 'error')
		: result.diagnostics;
	if (options.format === 'text') {
		terminal.out(diagnosticsText(shown, terminal.paintOut));
		terminal.out(summary(result, shown, start, terminal.paintOut));
	} else {
		terminal.out(report(options.format, shown, explainedOn(config, result)));
	}
	return exitCode(countDiagnostics(result.diagnostics), options.strict === true);
}

/** The site that explains codes: only one that holds the pack of the codes does. */
function explainedOn(config: Config, { catalog }: PipelineResult): Config {
	return catalog.packs.some(({ name }) => name === CODES_PACK) ? config : { ...config, site: null };
}

function report(format: Exclude<CheckOptions['format'], 'text'>, shown: readonly Diagnostic[], config: Config): string {
	if (format === 'json') return diagnosticsJson(shown, config);
	if (format === 'sarif') return diagnosticsSarif(shown, config, packageVersion());
	return diagnosticsGithub(shown, config);
}

function summary(
	{ catalog, diagnostics }: PipelineResult,
	shown: readonly Diagnostic[],
	start: number,
	paint: Context['terminal']['paintOut'],
): string {
	const { bySeverity } = countDiagnostics(diagnostics);
	const looked = `${counted(catalog.rules.length, 'rule')} in ${counted(catalog.packs.length, 'pack')}`;
	const codes = codesText(countDiagnostics(shown).byCode, paint);
	const total = `${severitiesText(bySeverity, paint)} · ${looked} · ${timeSince(start)}\n`;
	return `${shown.length > 0 ? '\n' : ''}${codes}${codes === '' ? '' : '\n'}${total}`;
}

function exitCode({ bySeverity }: Counts, strict: boolean): number {
	const failing = bySeverity.error + (strict ? bySeverity.warning : 0);
	return failing > 0 ? EXIT.problems : EXIT.fine;
}
