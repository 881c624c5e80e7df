import { hash } from 'node:crypto';
import { Command } from 'commander';
import type { BuildResult, Progress, SiteCommands, Standing } from '../../domain/commands.ts';
import type { Config } from '../../domain/config.ts';
import { counted } from '../../formats/counted.ts';
import type { PipelineResult } from '../../pipeline.ts';
import type { Context } from '../context.ts';
import { EXIT, siteUntouched } from '../failure.ts';
import { sizeText, timeSince } from '../figures.ts';
import * as option from '../options.ts';
import { progressLine } from '../progress.ts';
import { comparedWith, formerCatalog, publishedOption } from '../published.ts';
import { requireRules } from '../require-rules.ts';
import { restoredText } from '../restored.ts';
import { shortPath } from '../short-path.ts';
import { type BuildReport, buildReport, reportText } from './build-report.ts';

interface BuildOptions extends option.ConfigOptions {
	readonly skipInvalid?: boolean;
	readonly published?: string;
}

export function buildCommand(context: Context, exit: (code: number) => void): Command {
	const command = new Command('build')
		.description('Build the site; stops before publishing when a rule has an error')
		.addArgument(option.foldersArgument())
		.addOption(option.outOption())
		.addOption(option.siteOption())
		.addOption(option.baseOption())
		.option('--skip-invalid', 'leave rules with errors out instead of stopping')
		.option('--precompress', 'write a .gz and a .br beside every file that shrinks, for hosts that send them')
		.addOption(publishedOption())
		.addOption(option.configOption())
		.action(async (folders: string[], options: BuildOptions) =>
			exit(await build(context, folders, options).catch(siteUntouched)),
		);
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
	const { terminal } = context;
	const config = await option.configuration(options, folders);
	const former = await formerCatalog(options.published);
	const line = progressLine(terminal);
	const skipInvalid = options.skipInvalid === true;
	const asked = { skipInvalid, former: former && [former.source, hash('sha256', former.text)] };
	const site = await context.site();
	if (await site.restore(config)) terminal.err(restoredText(config.out));
	const built = ({ pages, bytes, out }: BuildResult, { rules, packs }: BuildReport): string =>
		`${counted(pages, 'page')} for ${counted(rules, 'rule')} in ${counted(packs, 'pack')} (${sizeText(bytes)}) ` +
		`in ${timeSince(start)}: ${shortPath(out)}\n`;

	const { key, standing, read } = await readPacks(context, site, config, asked, line.progress).finally(line.end);
	if (standing !== null) {
		const report = standing.report as BuildReport;
		terminal.err(reportText(report, terminal.paintErr));
		terminal.out(`Nothing has changed since the last build: ${built(standing.result, report)}`);
		return EXIT.fine;
	}
	requireRules(config, read);
	const result = comparedWith(former, read, skipInvalid);
	const report = buildReport(result, skipInvalid);
	terminal.err(reportText(report, terminal.paintErr));
	if (report.stopping > 0) return EXIT.problems;

	const occasion = { key, report };
	const made = await site
		.build({ catalog: result.catalog, related: result.related, config, progress: line.progress, occasion })
		.finally(line.end);
	terminal.out(`Built ${built(made, report)}`);
	return EXIT.fine;
}

type Found = { readonly key: string } & (
	| { readonly standing: Standing; readonly read: null }
	| { readonly standing: null; readonly read: PipelineResult }
);

/** What stands already, or else the catalog. The text of the packs is let go here: the site needs the memory. */
async function readPacks(
	context: Context,
	site: SiteCommands,
	config: Config,
	asked: unknown,
	progress: Progress,
): Promise<Found> {
	const { key, inputs } = await context.readInputs(config, asked, progress);
	const standing = await site.standing(config, key);
	if (standing !== null) return { key, standing, read: null };
	const options = { render: true, relateLater: true, hasChanged: true, inputs };
	return { key, standing, read: await context.runPipeline(config, progress, options) };
}
