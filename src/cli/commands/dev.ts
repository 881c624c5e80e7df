import { Command } from 'commander';
import type { Diagnostic } from '../../domain/diagnostics.ts';
import { severityOf } from '../../domain/diagnostics.ts';
import { counted } from '../../formats/counted.ts';
import { countDiagnostics } from '../../formats/counts.ts';
import { diagnosticsText, severitiesText } from '../../formats/diagnostics-text.ts';
import { harmlessLines } from '../../formats/one-line.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../failure.ts';
import * as option from '../options.ts';
import { progressLine } from '../progress.ts';
import { restoredText } from '../restored.ts';
import type { Terminal } from '../terminal.ts';

interface DevOptions extends option.ConfigOptions {
	readonly port?: number;
	readonly host?: string;
}

export function devCommand(context: Context, exit: (code: number) => void): Command {
	const command = new Command('dev')
		.description('Serve the site while you write; a changed rule shows at once')
		.addArgument(option.foldersArgument())
		.addOption(option.portOption())
		.addOption(option.hostOption())
		.addOption(option.baseOption())
		.addOption(option.configOption())
		.action(async (folders: string[], options: DevOptions) => exit(await dev(context, folders, options)));
	return option.withExamples(command, [
		['rulepress dev', 'serve the content folders of the config'],
		['rulepress dev packs --port 8080', 'serve another folder on another port'],
	]);
}

async function dev(context: Context, folders: readonly string[], options: DevOptions): Promise<number> {
	const reconfigure = () => option.configuration(options, folders);
	const config = await reconfigure();
	// Listening begins here: whoever changes their mind while the packs are read is not made to wait either.
	const stopped = context.untilStopped().then(() => null);
	const line = progressLine(context.terminal);
	const starting = context.site().then(async (site) => {
		if (await site.restore(config)) context.terminal.err(restoredText(config.out));
		return site.dev({
			config,
			port: options.port ?? null,
			host: options.host ?? null,
			progress: line.progress,
			report: (diagnostics, rules) => {
				line.end();
				report(context.terminal, diagnostics, rules);
			},
			say: (message) => context.terminal.err(`${harmlessLines(message)}\n`),
			reconfigure,
		});
	});
	const server = await Promise.race([starting, stopped]).finally(line.end);
	if (server === null) return EXIT.fine;
	context.terminal.out(`Serving ${server.url} (Ctrl-C stops it)\n`);
	await stopped;
	await server.stop();
	return EXIT.fine;
}

/** Errors in full, the rest as counts: the terminal stays readable while somebody writes. */
function report({ err, paintErr }: Terminal, diagnostics: readonly Diagnostic[], rules: number): void {
	err(
		diagnosticsText(
			diagnostics.filter(({ code }) => severityOf(code) === 'error'),
			paintErr,
		),
	);
	const { bySeverity } = countDiagnostics(diagnostics);
	const hint = diagnostics.length > 0 ? ' (rulepress check shows them)' : '';
	err(`${counted(rules, 'rule')} loaded: ${severitiesText(bySeverity, paintErr)}${hint}\n`);
}
