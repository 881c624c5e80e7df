import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../../domain/config.ts';
import type { MadeFrom } from '../standing.ts';
import type { PageMemory } from './page-memory.ts';
import type { TreeRecord } from './records.ts';
import { keptFolder } from './stage.ts';

/** What a build leaves for the next one. */
export interface LastBuild {
	readonly tree: TreeRecord;
	readonly pages: PageMemory;
	/** Null when the next build must not stop short because nothing seems to have changed. */
	readonly from: MadeFrom | null;
}

/** The folder for what is kept of an output folder between builds; it need not be there. */
export function homeOf({ root, out }: Pick<Config, 'root' | 'out'>): string {
	return join(keptFolder(root), 'published', hash('sha256', out).slice(0, 16));
}

/** Where a `LastBuild` lies. */
export function lastBuildFile(config: Pick<Config, 'root' | 'out'>): string {
	return join(homeOf(config), 'last.json');
}
