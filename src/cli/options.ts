import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { Config } from '../domain/config.ts';
import { loadConfig, type Overrides, withOverrides } from '../load/config.ts';

export interface ConfigOptions {
	readonly config?: string;
	readonly out?: string;
	readonly site?: string;
	readonly base?: string;
	readonly precompress?: boolean;
}

export const foldersArgument = () =>
	new Argument(
		'[folder...]',
		'content folders: one pack, many packs or collections of them (default: from the config)',
	);

export const configOption = () => new Option('--config <file>', 'config file (default: rulepress.config.mjs)');

export const outOption = () => new Option('--out <folder>', 'folder of the built site (default: dist)');

export const siteOption = () =>
	new Option('--site <url>', 'where the site will be published, such as https://rules.example.org');

export const baseOption = () => new Option('--base <path>', 'path the site lives under, such as /docs/ (default: /)');

export const hostOption = () =>
	new Option('--host <address>', 'address to listen on; 0.0.0.0 opens it to your network');

export const portOption = () => new Option('--port <number>', 'port to listen on').argParser(port);

/** The configuration with what the command line sets put over it; folders given replace `content`. */
export async function configuration(options: ConfigOptions, folders: readonly string[] = []): Promise<Config> {
	const { out, site, base, precompress } = options;
	const overrides: Overrides = {
		...(folders.length > 0 && { content: folders }),
		...(out !== undefined && { out }),
		...(site !== undefined && { site }),
		...(base !== undefined && { base }),
		...(precompress !== undefined && { precompress }),
	};
	return withOverrides(await loadConfig(process.cwd(), options.config), overrides);
}

/** Appends examples to a command's help, each with what it does. */
export function withExamples(command: Command, examples: readonly (readonly [string, string])[]): Command {
	const width = Math.max(...examples.map(([line]) => line.length));
	const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`);
	return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

function port(text: string): number {
	const number = Number(text);
	if (/^\d+$/.test(text) && number <= 65_535) return number;
	throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}
