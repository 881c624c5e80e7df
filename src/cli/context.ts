import type { Progress, SiteCommands } from '../domain/commands.ts';
import type { Config } from '../domain/config.ts';
import type { Inputs } from '../inputs.ts';
import type { runPipeline } from '../pipeline.ts';
import type { Streams } from './streams.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with; tests hand over their own. */
export interface Context {
	readonly terminal: Terminal;
	readonly streams: Streams;
	/** Reads the packs, and tells by a key whether all that a site is made from is as it was. */
	readonly readInputs: typeof lazyInputs;
	readonly runPipeline: typeof runPipeline;
	/** Loads the site, and with it Astro: only commands that render call it. */
	readonly site: () => Promise<SiteCommands>;
	/** Resolves when the person asks a running server to stop. */
	readonly untilStopped: () => Promise<void>;
}

/** Ends the wait at the first SIGINT or SIGTERM; later ones change nothing, as one Ctrl-C may arrive more than once. */
export function untilSignalled(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
	});
}

/** Loads the parsers with the first run: help, preview and messages about bad usage come at once. */
export const lazyPipeline: typeof runPipeline = async (config, progress, options) => {
	const pipeline = await import('../pipeline.ts');
	return pipeline.runPipeline(config, progress, options);
};

/** Reads without loading what parses: a build that has nothing to do needs no more. `asked` is what else the command was given. */
export async function lazyInputs(
	config: Config,
	asked: unknown,
	progress: Progress,
): Promise<{ readonly key: string; readonly inputs: Inputs }> {
	const { inputsKey, readInputs } = await import('../inputs.ts');
	const inputs = await readInputs(config, progress);
	return { key: await inputsKey(config, inputs, asked), inputs };
}
