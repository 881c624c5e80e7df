import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** What is installed for benchmarks, and kept. */
export const CACHE = join(ROOT, 'node_modules/.cache/rulepress-bench');

export interface Manifest {
	readonly version: string;
	readonly dependencies: Readonly<Record<string, string>>;
}

/** The `package.json` of a folder. Throws when there is none. */
export async function manifestOf(folder: string): Promise<Manifest> {
	const { version = '', dependencies = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	return { version, dependencies };
}
