import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../domain/config.ts';
import type { Measured } from './measure.ts';
import type { PageMemory } from './page-memory.ts';
import { readChecked, type TreeRecord } from './records.ts';
import { keptFolder } from './stage.ts';

/** What a build was made from, as far as it can be looked at again, and what came of it. */
export interface MadeFrom {
	/** Of this program, and of what the command says; see `madeKey` in `standing.ts`. */
	readonly key: string;
	readonly report: unknown;
	readonly measured: Measured;
	/** The hash of the files in the project's `public` folder. */
	readonly own: string;
	/** Images of packs, by absolute path, with the hashes of their bytes. */
	readonly images: readonly (readonly [path: string, hash: string])[];
}

/** What a build leaves for the next one. */
export interface LastBuild {
	readonly tree: TreeRecord;
	readonly pages: PageMemory;
	/** Null when the next build must not stop short because nothing seems to have changed. */
	readonly from: MadeFrom | null;
	/** What has compressed its files; null when nothing has. */
	readonly compressor: string | null;
}

/** The folder for what is kept of an output folder between builds; it need not be there. */
export function homeOf({ root, out }: Pick<Config, 'root' | 'out'>): string {
	return join(keptFolder(root), 'published', hash('sha256', out).slice(0, 16));
}

/** Where a `LastBuild` lies. */
export function lastBuildFile(config: Pick<Config, 'root' | 'out'>): string {
	return join(homeOf(config), 'last.json');
}

/** The last one that was read here: a command asks whether there is anything to do, and then does it. */
let lastRead: { readonly file: string; readonly state: string; readonly value: LastBuild | null } | null = null;

/** What the last build has left; null when that is missing, torn or changed. */
export async function readLastBuild(config: Pick<Config, 'root' | 'out'>): Promise<LastBuild | null> {
	const file = lastBuildFile(config);
	const state = stateOf(file);
	if (lastRead?.file !== file || lastRead.state !== state)
		lastRead = { file, state, value: await readChecked<LastBuild>(file) };
	return lastRead.value;
}

/** Changes when the file does, or whether there is one that can be looked at. */
function stateOf(file: string): string {
	try {
		const { ino, size, mtimeMs, ctimeMs } = statSync(file);
		return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
	} catch {
		return 'none';
	}
}
