import { realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SourceFile } from '../domain/source.ts';
import { candidateFiles, type FoundPack, findPacks } from './pack-folders.ts';
import { folderOf, withAncestors } from './paths.ts';
import { readSource, reasonOf, shownPath } from './read.ts';
import { looksOf } from './rule-files.ts';
import { type Obstacle, walkFolder } from './walk.ts';

/** A content folder that is not there or cannot be listed. */
export class ContentFolderError extends Error {
	/** Absolute path. */
	readonly folder: string;

	constructor(folder: string, shown: string, reason: string) {
		super(`The content folder ${shown} cannot be used: ${reason}. Create it, or name another folder.`);
		this.name = 'ContentFolderError';
		this.folder = folder;
	}
}

/** A content folder, searched: its packs and the text of their files. Paths are relative to it, POSIX. */
export interface ContentFolder {
	readonly absolute: string;
	/** The same folder after following links: tells whether two content folders overlap. */
	readonly real: string;
	/** Sorted by path. */
	readonly packs: readonly FoundPack[];
	/** Every file below each pack, by the pack's folder. */
	readonly files: ReadonlyMap<string, readonly string[]>;
	/** The files that `packs` name, and more. */
	readonly sources: ReadonlyMap<string, SourceFile>;
	readonly obstacles: readonly Obstacle[];
}

/**
 * Searches one content folder for packs and reads their files; folders in `skip` (absolute) are left out.
 * Throws `ContentFolderError` when the folder is not there; a file that cannot be read has a fault instead.
 */
export async function scanContentFolder(
	absolute: string,
	skip: ReadonlySet<string>,
	workingFolder: string,
): Promise<ContentFolder> {
	const { real, files, obstacles } = await list(absolute, skip, workingFolder);
	const read = (path: string): SourceFile => {
		const place = join(absolute, path);
		return readSource({ absolute: place, file: shownPath(workingFolder, place), source: path });
	};
	const candidates = candidateFiles(files).map(read);
	const looks = new Map(candidates.map((one) => [one.source, looksOf(one.text)]));
	const packs = [...findPacks(files, looks, basename(absolute))].sort((a, b) => (a.folder < b.folder ? -1 : 1));
	const own = packs.flatMap((pack) => [pack.sections, pack.metadata, pack.skill]).filter((path) => path !== null);
	const others = own.map(read);
	const sources = new Map([...candidates, ...others].map((one) => [one.source, one]));
	return { absolute, real, packs, files: filesBelow(packs, files), sources, obstacles };
}

async function list(absolute: string, skip: ReadonlySet<string>, workingFolder: string) {
	try {
		const real = await realpath(absolute);
		if (!(await stat(real)).isDirectory()) throw new Error('it is not a folder');
		return { real, ...(await walkFolder(absolute, skip)) };
	} catch (cause) {
		throw new ContentFolderError(absolute, shownPath(workingFolder, absolute), reasonOf(cause));
	}
}

function filesBelow(packs: readonly FoundPack[], files: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const below = new Map<string, string[]>(packs.map((pack) => [pack.folder, []]));
	for (const file of files) {
		for (const folder of withAncestors(folderOf(file))) {
			below.get(folder)?.push(folder === '' ? file : file.slice(folder.length + 1));
		}
	}
	return below;
}
