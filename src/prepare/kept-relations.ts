import { join } from 'node:path';
import type { Config } from '../domain/config.ts';
import type { FoundBefore } from '../domain/found-before.ts';
import { cacheFolder } from './cache.ts';
import { codeHash } from './fingerprint.ts';
import { readStored, writeStored } from './stored.ts';

/** What decides how rules are related, besides the rules. */
const STAGES = ['domain', 'catalog'];

interface Kept {
	readonly code: string;
	readonly key: string;
	readonly found: unknown;
}

/**
 * What the last run has found out, a file for each name. It makes no difference to what a run yields: of another version of this
 * program nothing is recalled, and a folder that cannot be written is passed over.
 */
export function keptRelations(config: Config): FoundBefore {
	const code = codeHash(STAGES);
	const fileOf = (name: string): string => join(cacheFolder(config), 'relations', `${name}.json`);
	return {
		recall: (name, key) => {
			const kept = readStored<Kept>(fileOf(name));
			return kept?.code === code && kept.key === key ? kept.found : undefined;
		},
		keep: (name, key, found) => writeStored(fileOf(name), { code, key, found } satisfies Kept),
	};
}
