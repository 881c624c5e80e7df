import { Command, CommanderError } from 'commander';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { devCommand } from './commands/dev.ts';
import { explainCommand } from './commands/explain.ts';
import { headersCommand } from './commands/headers.ts';
import { linkCommand } from './commands/link.ts';
import { newCommand } from './commands/new.ts';
import { previewCommand } from './commands/preview.ts';
import { type Context, lazyInputs, lazyPipeline, untilSignalled } from './context.ts';
import { EXIT, failureText } from './failure.ts';
import { withExamples } from './options.ts';
import { packageVersion } from './package.ts';
import { processStreams } from './streams.ts';
import { processTerminal } from './terminal.ts';

const COMMANDS = [
	buildCommand,
	devCommand,
	previewCommand,
	checkCommand,
	linkCommand,
	newCommand,
	explainCommand,
	headersCommand,
];

/**
 * Runs one command line (without `node` and the program) and tells its exit code:
 * 0 fine, 1 problems found, 2 could not run. Never throws.
 */
export async function main(argv: readonly string[], parts: Pick<Context, 'site'> & Partial<Context>): Promise<number> {
	const context: Context = {
		readInputs: lazyInputs,
		runPipeline: lazyPipeline,
		untilStopped: untilSignalled,
		streams: processStreams(),
		...parts,
		terminal: parts.terminal ?? processTerminal(),
	};
	let code: number = EXIT.fine;
	try {
		await program(context, (result) => {
			code = result;
		}).parseAsync(argv, { from: 'user' });
		return code;
	} catch (thrown) {
		// Commander has said what is wrong by now; asking for help or the version is no failure.
		if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.fine : EXIT.cannotRun;
		context.terminal.err(failureText(thrown, Boolean(process.env.RULEPRESS_DEBUG)));
		return EXIT.cannotRun;
	}
}

function program(context: Context, exit: (code: number) => void): Command {
	const { out, err } = context.terminal;
	const root = new Command('rulepress')
		.description('Turns folders of Markdown coding rules into a fast, searchable reference site')
		.version(packageVersion())
		.exitOverride()
		.configureOutput({ writeOut: out, writeErr: err })
		.showHelpAfterError('(--help shows what there is)');
	withExamples(root, [
		['rulepress check', 'say what is wrong with the rules in content/'],
		['rulepress build && rulepress preview', 'build the site and look at it'],
		['eslint -f json . | rulepress link', "let a linter's report lead to the rules"],
		['rulepress new my-pack/close-what-you-open', 'begin a rule'],
	]);
	for (const make of COMMANDS) {
		root.addCommand(make(context, exit).copyInheritedSettings(root));
	}
	return root;
}
