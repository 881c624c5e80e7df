import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rulePath } from '../../src/domain/ids.ts';
import type { Command } from '../harness/measure.ts';
import { manifestOf, ROOT } from '../harness/project.ts';
import type { Contestant, Enter } from './contestant.ts';

/** Rulepress as it is in this folder, in a project of its own whose caches are its own too. */
export const enterRulepress: Enter = async (content, folder) => {
	await mkdir(join(folder, 'node_modules'), { recursive: true });
	const settings = { content: [content.folder], packNames: {} };
	await writeFile(join(folder, 'rulepress.config.mjs'), `export default ${JSON.stringify(settings)};\n`);
	const out = join(folder, 'dist');
	const { version, dependencies } = await manifestOf(ROOT);
	return {
		name: 'Rulepress',
		version: `Rulepress ${version}, Astro ${dependencies['astro']}, Pagefind ${dependencies['pagefind']}`,
		out,
		build: rulepress(folder, ['build', '--skip-invalid']),
		dev: (port) => rulepress(folder, ['dev', '--port', String(port)]),
		forget: () => forgetRulepress(folder),
		file: ({ source }) => join(content.folder, source),
		page: ({ pack, stem }) => rulePath(pack, stem).replace(/^\//, ''),
	} satisfies Contestant;
};

/** A command of Rulepress in the project of `folder`. */
export function rulepress(folder: string, args: readonly string[]): Command {
	return { program: process.execPath, args: [join(ROOT, 'bin/rulepress.mjs'), ...args], folder };
}

/** Removes what Rulepress keeps in a project, its site, and what Node.js keeps of the compiled program. */
export async function forgetRulepress(folder: string): Promise<void> {
	const kept = ['dist', '.rulepress', '.astro', 'node_modules'].map((name) => join(folder, name));
	const code = join(ROOT, 'node_modules/.cache/rulepress/code');
	await Promise.all([...kept, code].map((path) => rm(path, { recursive: true, force: true })));
	await mkdir(join(folder, 'node_modules'), { recursive: true });
}
