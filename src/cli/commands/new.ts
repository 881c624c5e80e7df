import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { severityOf } from '../../domain/diagnostics.ts';
import { IMPACTS, type Impact, parseImpact } from '../../domain/impact.ts';
import { diagnosticsText } from '../../formats/diagnostics-text.ts';
import { oneLine } from '../../formats/one-line.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../failure.ts';
import { type ConfigOptions, configOption, configuration, withExamples } from '../options.ts';
import { parseRuleName, ruleHome } from '../rule-home.ts';
import { shortPath } from '../short-path.ts';

interface NewOptions extends ConfigOptions {
	readonly title?: string;
	readonly impact?: Impact;
	readonly tags?: readonly string[];
	readonly content?: string;
}

export function newCommand(context: Context, exit: (code: number) => void): Command {
	const command = new Command('new')
		.description('Begin a rule: a file with frontmatter, labels and fences, in the right folder of its pack')
		.addArgument(new Argument('<id>', 'id of the rule: <pack>/<stem>; a pack that is not there is begun'))
		.option('--title <text>', 'title of the rule (default: made from the stem)')
		.addOption(new Option('--impact <tier>', `one of ${IMPACTS.join(', ')} (default: none)`).argParser(impact))
		.addOption(new Option('--tags <list>', 'tags, separated by commas').argParser(tags))
		.option('--content <folder>', 'content folder (default: from the config)')
		.addOption(configOption())
		.action(async (id: string, options: NewOptions) => exit(await create(context, id, options)));
	return withExamples(command, [
		['rulepress new my-pack/close-what-you-open', 'begin a rule in content/my-pack'],
		['rulepress new my-pack/mem-free --impact HIGH --tags memory,c', 'with impact and tags'],
	]);
}

async function create({ terminal, runPipeline }: Context, id: string, options: NewOptions): Promise<number> {
	const name = parseRuleName(id);
	const config = await configuration(options, options.content === undefined ? [] : [options.content]);
	const { file, taken } = await ruleHome(config, name, process.cwd());
	if (taken !== null) {
		terminal.err(`${id} is there already: ${oneLine(taken)}. Nothing was changed.\n`);
		return EXIT.problems;
	}
	// Loaded here: it brings the writer of YAML, which no other command needs.
	const { newRuleText, titleFromStem } = await import('../new-rule.ts');
	const title = options.title?.trim() || titleFromStem(name.stem);
	const text = newRuleText({ title, impact: options.impact ?? null, tags: options.tags ?? [] });
	const firstNewFolder = await mkdir(dirname(file), { recursive: true });
	// "wx": a file that appears in this very moment is not overwritten either.
	await writeFile(file, text, { flag: 'wx' });

	const content = config.content.filter((folder) => existsSync(folder));
	// What `check` would say about the file, such as a name that fits no declared section of its pack.
	const { diagnostics } = await runPipeline({ ...config, content }, () => {}, { render: false });
	const problems = diagnostics.filter((one) => resolve(one.file) === file && severityOf(one.code) !== 'info');
	if (problems.length > 0) {
		await rm(firstNewFolder ?? file, { recursive: true });
		terminal.err(
			`${diagnosticsText(problems, terminal.paintErr)}\nNothing was created: ${id} would have these problems.\n`,
		);
		return EXIT.problems;
	}
	terminal.out(`Created ${shortPath(file)}\n`);
	return EXIT.fine;
}

function impact(word: string): Impact {
	const tier = parseImpact(word);
	if (tier === null) throw new InvalidArgumentError(`It is one of ${IMPACTS.join(', ')}.`);
	return tier;
}

function tags(list: string): readonly string[] {
	return list
		.split(/[,，、]/)
		.map((tag) => tag.trim())
		.filter((tag) => tag !== '');
}
