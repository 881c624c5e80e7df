import { hash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { TreeRecord } from './records.ts';
import type { NextFile } from './renew.ts';

const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.md', '.sarif', '.svg', '.txt', '.xml']);
/** A smaller file goes out in one packet anyway. */
const SMALLEST = 1024;
/** What saves less than this part is not worth unpacking. */
const SAVED = 0.05;
const AT_ONCE = 8;
/** The last steps of Brotli shrink a page by 3 % more and take thirty times as long. */
const BROTLI_QUALITY = 9;

const ENCODINGS = [
	{ suffix: '.gz', compress: (body: Buffer) => promisify(gzip)(body, { level: 9 }) },
	{
		suffix: '.br',
		compress: (body: Buffer) =>
			promisify(brotliCompress)(body, {
				params: {
					[constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
					[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
					[constants.BROTLI_PARAM_SIZE_HINT]: body.length,
				},
			}),
	},
] as const;

export interface CompressRequest {
	/** All files of the site to be. */
	readonly next: ReadonlyMap<string, NextFile>;
	/** An existing folder for what is compressed. */
	readonly stage: string;
	/** The site that is published now; null when there is none that can be relied on, or something else has compressed it. */
	readonly published: { readonly out: string; readonly tree: TreeRecord } | null;
}

/** Names all that decides what files become, besides their bytes; `own` stands for the project's own files. */
export function compressorKey(own: string): string {
	const { zlib, brotli } = process.versions;
	return JSON.stringify([zlib, brotli, BROTLI_QUALITY, SMALLEST, SAVED, own]);
}

/**
 * The files of a site compressed, each to lie beside the file that it is of, with `.gz` or `.br` after its name; hosts that
 * look for them send them as they are. What is published of a file that has not changed stays, and files of the project's own
 * with such a name win. Throws when a file cannot be read or written.
 */
export async function compressed({ next, stage, published }: CompressRequest): Promise<ReadonlyMap<string, NextFile>> {
	const made = new Map<string, NextFile>();
	const known = (path: string) =>
		published !== null && Object.hasOwn(published.tree.files, path) ? published.tree.files[path] : undefined;
	const waiting = next.entries();
	const work = async (): Promise<void> => {
		for (const [path, file] of waiting) {
			if (!COMPRESSIBLE.has(extname(path).toLowerCase()) || (await stat(file.from)).size < SMALLEST) continue;
			const isUnchanged = known(path)?.hash === file.hash;
			for (const { suffix, compress } of ENCODINGS) {
				const target = path + suffix;
				const old = isUnchanged ? known(target) : undefined;
				if (next.has(target)) continue;
				if (old !== undefined && published !== null) {
					made.set(target, { hash: old.hash, from: join(published.out, target), mode: 'link' });
					continue;
				}
				const body = await readFile(file.from);
				const small = await compress(body);
				if (small.length > body.length * (1 - SAVED)) continue;
				const from = join(stage, `${hash('sha256', path).slice(0, 32)}${suffix}`);
				await writeFile(from, small);
				made.set(target, { hash: hash('sha256', small), from, mode: 'move' });
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return made;
}
