import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Standing } from '../domain/commands.ts';
import type { Config } from '../domain/config.ts';
import type { Catalog } from '../domain/rule.ts';
import { versionsOf } from '../prepare/fingerprint.ts';
import { type MadeFrom, readLastBuild } from './output/last-build.ts';
import { filesBelow } from './output/next-files.ts';
import { shownImages } from './output/pack-files.ts';
import { isIntact, type TreeRecord } from './output/records.ts';
import { packageRoot } from './package-root.ts';
import { templatesKey } from './templates/key.ts';

/** See `SiteCommands`. */
export async function standing(config: Config, key: string): Promise<Standing | null> {
	const last = await readLastBuild(config);
	const from = last?.from ?? null;
	if (last === null || from === null || from.key !== (await madeKey(config, key))) return null;
	const isMadeSo = from.own === ownFiles(config) && from.images.every(([path, sum]) => hashOf(path) === sum);
	if (!isMadeSo || !isIntact(config.out, last.tree)) return null;
	return { result: { out: config.out, ...from.measured }, report: from.report };
}

/** Whether more goes into a site than can be looked at again: modules that MDX imports, and the fonts of this machine. */
export function isBeyondKnowing({ rules }: Catalog, { ogImages }: Config): boolean {
	return ogImages || rules.some(({ mdx }) => mdx);
}

/** Names what the command was given (`key`) and all of this program that makes a site of it. */
export async function madeKey(config: Config, key: string): Promise<string> {
	const root = packageRoot();
	const manifest = await readFile(join(root, 'package.json'), 'utf8');
	const { dependencies = {} }: { readonly dependencies?: object } = JSON.parse(manifest);
	const program = [await templatesKey(config), manifest, await versionsOf(Object.keys(dependencies))];
	const machine = [process.version, process.platform, process.arch];
	return hash('sha256', JSON.stringify([key, program, machine, sums(join(root, 'public'))]));
}

/** A hash of the files that the project puts into its site. */
export function ownFiles({ root }: Config): string {
	return hash('sha256', JSON.stringify(sums(join(root, 'public'))));
}

/** The images of packs with the hashes that they have in what has been published. */
export function publishedImages(catalog: Catalog, { files }: TreeRecord): MadeFrom['images'] {
	return [...shownImages(catalog)].flatMap(([path, from]) => {
		const file = Object.hasOwn(files, path) ? files[path] : undefined;
		return file === undefined ? [] : [[from, file.hash] as const];
	});
}

function sums(folder: string): readonly (readonly [path: string, hash: string])[] {
	return [...filesBelow(folder, 'copy')].map(([path, file]) => [path, file.hash] as const).sort();
}

function hashOf(file: string): string | null {
	try {
		return hash('sha256', readFileSync(file));
	} catch {
		return null;
	}
}
