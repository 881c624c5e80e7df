import { Argument, Command } from 'commander';
import { HOSTS, type HostName } from '../../formats/headers/hosts.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../failure.ts';
import * as option from '../options.ts';

export function headersCommand({ terminal }: Context, exit: (code: number) => void): Command {
	const command = new Command('headers')
		.description('Print how a web host is told to send the security and cache headers of the site')
		.addArgument(new Argument('<host>', 'web host').choices(Object.keys(HOSTS)))
		.addOption(option.outOption())
		.addOption(option.siteOption())
		.addOption(option.baseOption())
		.addOption(option.configOption())
		.action(async (host: HostName, options: option.ConfigOptions) => {
			const config = await option.configuration(options);
			terminal.out(HOSTS[host].text(config));
			exit(EXIT.fine);
		});
	return option.withExamples(command, [
		...Object.entries(HOSTS)
			.filter(([name]) => name === 'nginx' || name === 'vercel')
			.map(([name, { file }]) => [`rulepress headers ${name}`, `for ${file}`] as const),
		['rulepress headers apache --base /docs > dist/.htaccess', 'for a site below a path'],
	]);
}
