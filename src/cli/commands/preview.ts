import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { siteHandler } from '../../serve/handler.ts';
import { serve, THIS_MACHINE } from '../../serve/listen.ts';
import { builtSite } from '../../serve/static-files.ts';
import type { Context } from '../context.ts';
import { CannotRun, EXIT } from '../failure.ts';
import * as option from '../options.ts';
import { restoredText } from '../restored.ts';
import { shortPath } from '../short-path.ts';

interface PreviewOptions extends option.ConfigOptions {
	readonly port?: number;
	readonly host?: string;
}

export function previewCommand(context: Context, exit: (code: number) => void): Command {
	const command = new Command('preview')
		.description('Serve the built site as a web host would')
		.addArgument(new Argument('[folder]', 'folder of the built site; the same as --out'))
		.addOption(option.outOption())
		.addOption(option.portOption())
		.addOption(option.hostOption())
		.addOption(option.baseOption())
		.addOption(option.configOption())
		.action(async (folder: string | undefined, options: PreviewOptions) =>
			exit(await preview(context, folder === undefined ? options : { ...options, out: folder })),
		);
	return option.withExamples(command, [
		['rulepress preview', 'serve dist, on port 4321 or the next free one'],
		['rulepress preview public --base /rules', 'serve another folder below a path'],
	]);
}

async function preview({ terminal, site, untilStopped }: Context, options: PreviewOptions): Promise<number> {
	const config = await option.configuration(options);
	const { out, base } = config;
	const isThere = await stat(out).then(
		() => true,
		() => false,
	);
	if (!isThere && (await (await site()).restore(config))) terminal.err(restoredText(out));
	const page = await stat(join(out, 'index.html')).catch(() => null);
	if (page === null) throw new CannotRun(`${shortPath(out)} holds no built site; run rulepress build first`);
	const listen = { host: options.host ?? THIS_MACHINE, port: options.port ?? null };
	const server = await serve(siteHandler(builtSite(out, base)), base, listen);
	terminal.out(`Serving ${shortPath(out)} at ${server.url} (Ctrl-C stops it)\n`);
	await untilStopped();
	await server.stop();
	return EXIT.fine;
}
