import { hash } from 'node:crypto';
import type { Progress } from './domain/commands.ts';
import type { Config } from './domain/config.ts';
import type { Diagnostic } from './domain/diagnostics.ts';
import type { PackFolder, SourceFile } from './domain/source.ts';
import { gitState } from './load/git-state.ts';
import { loadPacks } from './load/packs.ts';

/** All that is read of the content folders, before any of it is parsed. */
export interface Inputs {
	readonly packs: readonly PackFolder[];
	/** What is wrong with folders and files, whatever they hold. */
	readonly diagnostics: readonly Diagnostic[];
}

/** Finds and reads all packs. Throws ContentFolderError when a content folder is not there. */
export async function readInputs(config: Config, progress: Progress): Promise<Inputs> {
	progress('Reading packs', 0, null);
	return loadPacks(config, process.cwd());
}

/**
 * A hash of all that a run makes its catalog and its diagnostics from, but for this program: with the same key the pipeline
 * yields the same. `options` are those of the command.
 */
export async function inputsKey(config: Config, { packs, diagnostics }: Inputs, options: unknown): Promise<string> {
	const repositories = await gitState(packs.map(({ absolute }) => absolute));
	const read = packs.map(({ rules, sections, metadata, skill, ...pack }) => [
		pack,
		[...rules, sections, metadata, skill].map((source) => source && sourceKey(source)),
	]);
	return hash('sha256', JSON.stringify([process.cwd(), options, config, repositories, diagnostics, read]));
}

function sourceKey({ file, absolute, source, digest, fault }: SourceFile): readonly unknown[] {
	return [file, absolute, source, digest, fault];
}
