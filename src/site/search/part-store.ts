import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { readChecked, writeAside, writeSurely } from '../output/records.ts';
import type { PartIndex } from './index-part.ts';

/** A file of an index, which lies among the others in one file of the store. */
export interface StoredFile {
	/** In the folder of the index. */
	readonly path: string;
	/** SHA-256 of its bytes, hexadecimal. */
	readonly hash: string;
	readonly start: number;
	readonly end: number;
}

/** The index of a part, but for the bytes of its files. */
export interface StoredPart extends Omit<PartIndex, 'files'> {
	readonly files: readonly StoredFile[];
}

/** Names what is stored of a part: what is known of it, and the bytes of its files one after the other. */
const ENDINGS = { about: '.json', bytes: '.part' } as const;
/** How many states of the rules are kept: that of now, that of before the edit, that of another branch. */
const GENERATIONS = 3;

/** What is stored of a part, `place` being the folder of the store and the part's key. Null when nothing is, or it is not whole. */
export async function readPart(place: string): Promise<StoredPart | null> {
	const stored = await readChecked<StoredPart>(place + ENDINGS.about);
	if (stored === null) return null;
	try {
		const now = new Date();
		await Promise.all(Object.values(ENDINGS).map((ending) => utimes(place + ending, now, now)));
		return stored;
	} catch {
		return null;
	}
}

/** The bytes of some files of a stored part, in their order. Null when they are not the very bytes that were stored. */
export function readFilesOf(place: string, files: readonly StoredFile[]): readonly Uint8Array[] | null {
	try {
		const bytes = readFileSync(place + ENDINGS.bytes);
		const contents = files.map(({ start, end }) => bytes.subarray(start, end));
		return contents.every((content, at) => hash('sha256', content) === files[at]?.hash) ? contents : null;
	} catch {
		return null;
	}
}

/** What is to be known of an index when it is stored. */
export function describePart({ files, ...about }: PartIndex): StoredPart {
	let end = 0;
	const listed = [...files].map(([path, content]): StoredFile => {
		const start = end;
		end += content.length;
		return { path, hash: hash('sha256', content), start, end };
	});
	return { ...about, files: listed };
}

/** Stores an index, whole or not at all; a folder that cannot be written is passed over. */
export async function writePart(place: string, about: StoredPart, { files }: PartIndex): Promise<void> {
	try {
		await writeAside(place + ENDINGS.bytes, Buffer.concat([...files.values()]));
		await writeSurely(place + ENDINGS.about, about);
	} catch {
		// It is made again the next time.
	}
}

/** Removes what has not been used for longest, so that a folder holds few states of an index of so many parts. */
export function removeOldParts(folder: string, parts: number): void {
	try {
		const files = readdirSync(folder)
			.map((name) => ({ path: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
			.sort((a, b) => b.used - a.used);
		const kept = parts * GENERATIONS * Object.keys(ENDINGS).length;
		for (const { path } of files.slice(kept)) rmSync(path, { force: true });
	} catch {
		// No cache, or one that another run is clearing.
	}
}
