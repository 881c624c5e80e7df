import { constants, copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { rawRulePath } from '../../domain/ids.ts';
import type { Rule } from '../../domain/rule.ts';

/** Copies the file of every rule, byte for byte, to `<out>/rules/<pack>/<stem>.md`. Throws when one of them is gone. */
export async function copyRuleSources(rules: readonly Rule[], out: string): Promise<void> {
	const copies = rules.map(({ pack, stem, file }) => ({
		from: resolve(file),
		to: join(out, decodeURI(rawRulePath(pack, stem))),
	}));
	await Promise.all(
		[...new Set(copies.map(({ to }) => dirname(to)))].map((folder) => mkdir(folder, { recursive: true })),
	);
	await Promise.all(copies.map(({ from, to }) => copyFile(from, to, constants.COPYFILE_FICLONE)));
}
