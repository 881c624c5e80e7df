import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { Config } from '../../src/domain/config.ts';

const made: string[] = [];
afterEach(async () => {
	for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A new folder that is removed after the test, with these files (path → content) in it. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
	const folder = await realpath(await mkdtemp(join(tmpdir(), 'rulepress-')));
	made.push(folder);
	for (const [path, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	return folder;
}

/** The same rule text for every path. */
export function rulesAt(...paths: readonly string[]): Record<string, string> {
	return Object.fromEntries(paths.map((path) => [path, rule(path)]));
}

export function rule(title: string): string {
	return `---\ntitle: ${JSON.stringify(title)}\nimpact: HIGH\ntags: one, two\n---\n\nText.\n`;
}

export function configFor(root: string, overrides: Partial<Config> = {}): Config {
	return {
		root,
		file: null,
		text: '',
		title: 'Rules',
		description: '',
		content: [join(root, 'content')],
		out: join(root, 'dist'),
		site: null,
		base: '/',
		trusted: [],
		packNames: {},
		rules: {},
		ownContent: true,
		editUrl: null,
		ogImages: false,
		precompress: false,
		...overrides,
	};
}
