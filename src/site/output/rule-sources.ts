import { constants, copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { rawRulePath } from '../../domain/ids.ts';
import type { Rule } from '../../domain/rule.ts';
import type { NextFile } from './renew.ts';

/** The file of every rule, byte for byte, as `rules/<pack>/<stem>.md`. */
export function copiedRuleSources(rules: readonly Rule[]): readonly (readonly [path: string, file: NextFile])[] {
	return rules.map(({ pack, stem, file, digest }) => [
		decodeURI(rawRulePath(pack, stem)).slice(1),
		{ hash: digest, from: resolve(file), mode: 'copy' },
	]);
}

/** Copies the file of every rule to its place below `out`. Throws when one of them is gone. */
export async function copyRuleSources(rules: readonly Rule[], out: string): Promise<void> {
	const copies = copiedRuleSources(rules).map(([path, { from }]) => ({ from, to: join(out, path) }));
	await Promise.all(
		[...new Set(copies.map(({ to }) => dirname(to)))].map((folder) => mkdir(folder, { recursive: true })),
	);
	await Promise.all(copies.map(({ from, to }) => copyFile(from, to, constants.COPYFILE_FICLONE)));
}
