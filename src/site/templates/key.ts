import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../domain/config.ts';
import { versionsOf } from '../../prepare/fingerprint.ts';
import { codeFolder } from '../package-root.ts';

/** What decides how Astro compiles, besides our own code. */
const LIBRARIES = ['astro', 'vite', '@astrojs/mdx', '@astrojs/markdown-remark'];

/**
 * A name for what Astro makes of the templates: it changes with any file of this program, with the libraries that compile
 * them, and with what of the config is built in. The packs are not part of it: pages read those while they are rendered.
 */
export async function templatesKey({ base, site }: Pick<Config, 'base' | 'site'>): Promise<string> {
	const source = codeFolder();
	const files = readdirSync(source, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort()
		.map((file) => `${file.slice(source.length)} ${hash('sha256', readFileSync(file))}`);
	const built = [files, await versionsOf(LIBRARIES), process.versions.modules, base, site];
	return hash('sha256', JSON.stringify(built)).slice(0, 32);
}
