import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../domain/config.ts';
import type { PackFolder, SourceFile } from '../domain/source.ts';
import { resultsFolder } from './cache.ts';
import type { PackFacts } from './pack-facts.ts';
import { readStored, writeStored } from './stored.ts';

/** What is kept of a pack, and the files from which it was made. */
interface Stored {
	readonly key: string;
	readonly facts: PackFacts;
}

const NO_FACTS: PackFacts = { sections: [], metadata: null, skill: null, diagnostics: [] };

/**
 * What each pack says of itself, in their order: as an earlier run has found it where the files are the same, else parsed. Like
 * the rules that are kept, it makes no difference to what a run yields, and parsers are loaded only when there is something to parse.
 */
export async function factsOf(packs: readonly PackFolder[], config: Config): Promise<PackFacts[]> {
	const folder = await resultsFolder(config);
	const facts: PackFacts[] = [];
	for (const pack of packs) {
		const file = join(folder, `${hash('sha256', pack.absolute).slice(0, 32)}.facts`);
		facts.push(await factsIn(file, pack));
	}
	return facts;
}

async function factsIn(file: string, pack: PackFolder): Promise<PackFacts> {
	if (pack.sections === null && pack.metadata === null && pack.skill === null) return NO_FACTS;
	const key = keyOf(pack);
	const kept = key === null ? null : readStored<Stored>(file);
	if (kept !== null && kept.key === key) return kept.facts;
	const { packFacts } = await import('./pack-facts.ts');
	const facts = packFacts(pack);
	if (key !== null) writeStored(file, { key, facts } satisfies Stored);
	return facts;
}

/** Of equal files equal facts are made. Null when one of them could not be read as it is. */
function keyOf({ sections, metadata, skill }: PackFolder): string | null {
	const files: readonly (SourceFile | null)[] = [sections, metadata, skill];
	if (files.some((source) => source !== null && source.fault !== null)) return null;
	return JSON.stringify(files.map((source) => source && [source.file, source.digest]));
}
