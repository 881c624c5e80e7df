import type { Progress } from './domain/commands.ts';
import type { Config } from './domain/config.ts';
import type { Diagnostic } from './domain/diagnostics.ts';
import type { Catalog } from './domain/rule.ts';

export interface LeftOut {
	/** As a diagnostic names it. */
	readonly file: string;
	/** The errors that keep it out. */
	readonly diagnostics: readonly Diagnostic[];
}

export interface PipelineResult {
	/** Every rule without an error. */
	readonly catalog: Catalog;
	/** Sorted by file and place. */
	readonly diagnostics: readonly Diagnostic[];
	/** Files that would be rules but have an error. */
	readonly leftOut: readonly LeftOut[];
}

/**
 * Loads, parses and checks all packs of `config.content`.
 * Never throws for what a content file holds: that becomes diagnostics.
 */
export async function runPipeline(_config: Config, _progress: Progress): Promise<PipelineResult> {
	throw new Error('not joined yet');
}
