import { hash, randomUUID } from 'node:crypto';
import { lstatSync, type Stats } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What is known of a published file without reading it. */
export interface FileRecord {
	/** SHA-256 of its bytes, hexadecimal. */
	readonly hash: string;
	readonly bytes: number;
	/** When it was last written, in milliseconds. */
	readonly written: number;
	/** When anything of it last changed, in milliseconds: nobody can set this back, as the time above can be. */
	readonly changed: number;
}

/** What a folder held when this program last wrote it; paths are POSIX, from the folder. */
export interface TreeRecord {
	readonly files: Readonly<Record<string, FileRecord>>;
	/** When the entries of each folder last changed, in milliseconds: a file that somebody puts there changes it. */
	readonly folders: Readonly<Record<string, number>>;
}

/** A site that lies in an output folder, and what it holds. */
export interface PublishedSite {
	/** Absolute path of the output folder. */
	readonly out: string;
	readonly tree: TreeRecord;
}

const QUIETLY = { throwIfNoEntry: false } as const;

/** Records a folder that holds exactly `files`, given with the hashes of their bytes. */
export function recordTree(root: string, files: ReadonlyMap<string, string>): TreeRecord {
	const records: Record<string, FileRecord> = {};
	const folders: Record<string, number> = { '.': 0 };
	for (const [path, sum] of files) {
		records[path] = { hash: sum, ...seen(lstatSync(join(root, path))) };
		for (let folder = dirname(path); folders[folder] === undefined; folder = dirname(folder)) folders[folder] = 0;
	}
	for (const folder of Object.keys(folders)) folders[folder] = lstatSync(join(root, folder)).mtimeMs;
	return { files: records, folders };
}

/** When the entries of the folders of `tree` have last changed in the folder `root`, which has the same. */
export function recordFolders(root: string, { folders }: TreeRecord): TreeRecord['folders'] {
	return Object.fromEntries(Object.keys(folders).map((folder) => [folder, lstatSync(join(root, folder)).mtimeMs]));
}

/**
 * Records a folder that held `held`, seen to be intact, and in which this program has since put or removed the files at
 * `changed`: looks at those and at the folders that they lie in. What somebody else has changed there meanwhile is recorded
 * as it was, so that it shows when the folder is looked at again.
 */
export function recordChanges(
	root: string,
	held: TreeRecord,
	files: ReadonlyMap<string, string>,
	changed: Iterable<string>,
): TreeRecord {
	const isChanged = new Set<string>();
	for (const path of changed) {
		isChanged.add(path);
		// A folder that came or went with the file changes the one that it is in.
		for (let at = path; at !== '.' && !isChanged.has(dirname(at)); at = dirname(at)) isChanged.add(dirname(at));
	}
	const look = (path: string) => lstatSync(join(root, path));
	const records: Record<string, FileRecord> = {};
	const folders: Record<string, number> = {};
	const addFolder = (folder: string): void => {
		const known = isChanged.has(folder) || !Object.hasOwn(held.folders, folder) ? undefined : held.folders[folder];
		folders[folder] = known ?? look(folder).mtimeMs;
		if (folder !== '.' && folders[dirname(folder)] === undefined) addFolder(dirname(folder));
	};
	addFolder('.');
	for (const [path, sum] of files) {
		const known = isChanged.has(path) || !Object.hasOwn(held.files, path) ? undefined : held.files[path];
		records[path] = known ?? { hash: sum, ...seen(look(path)) };
		if (folders[dirname(path)] === undefined) addFolder(dirname(path));
	}
	return { files: records, folders };
}

function seen({ size, mtimeMs, ctimeMs }: Stats): Omit<FileRecord, 'hash'> {
	return { bytes: size, written: mtimeMs, changed: ctimeMs };
}

/**
 * The record of a folder after this program has made or removed further links to files of it, at `paths`: nothing else
 * of them may have changed, and a file of which something has is left as the record had it, so that it shows.
 */
export function afterLinking(root: string, { files, folders }: TreeRecord, paths: Iterable<string>): TreeRecord {
	const records = { ...files };
	for (const path of paths) {
		const record = Object.hasOwn(files, path) ? files[path] : undefined;
		const found = record && lstatSync(join(root, path), { throwIfNoEntry: false });
		if (found?.isFile() !== true || found.size !== record?.bytes || found.mtimeMs !== record.written) continue;
		records[path] = { hash: record.hash, ...seen(found) };
	}
	return { files: records, folders };
}

/** Whether the folder is there and its own entries are those of the record; a quick look that says nothing of what is in them. */
export function isRootIntact(root: string, { folders }: TreeRecord): boolean {
	const found = lstatSync(root, { throwIfNoEntry: false });
	return found?.isDirectory() === true && found.mtimeMs === folders['.'];
}

/** Whether the folder holds what the record says and nothing else, as far as that shows without reading a file. */
export function isIntact(root: string, { files, folders }: TreeRecord): boolean {
	// Joining tens of thousands of paths takes as long as looking at the files.
	const look = (path: string) => lstatSync(`${root}/${path}`, QUIETLY);
	for (const [path, written] of Object.entries(folders)) {
		const found = look(path);
		if (found?.isDirectory() !== true || found.mtimeMs !== written) return false;
	}
	for (const [path, record] of Object.entries(files)) {
		const found = look(path);
		if (found?.isFile() !== true || found.size !== record.bytes || found.mtimeMs !== record.written) return false;
		if (found.ctimeMs !== record.changed) return false;
	}
	return true;
}

/**
 * Reads what `writeChecked` has written. Null for a file that is missing, torn or changed: what is remembered never decides
 * what is published, only what is made again.
 */
export async function readChecked<T>(file: string): Promise<T | null> {
	try {
		const text = await readFile(file, 'utf8');
		const end = text.indexOf('\n');
		const body = text.slice(end + 1);
		return text.slice(0, end) === hash('sha256', body) ? (JSON.parse(body) as T) : null;
	} catch {
		return null;
	}
}

/** Writes a value with a checksum, whole or not at all; a folder that cannot be written is passed over. */
export async function writeChecked(file: string, value: unknown): Promise<void> {
	await writeSurely(file, value).catch(() => undefined);
}

/** Writes a value with a checksum, whole or not at all. Throws when the folder cannot be written. */
export async function writeSurely(file: string, value: unknown): Promise<void> {
	const body = JSON.stringify(value);
	await writeAside(file, `${hash('sha256', body)}\n${body}`);
}

/** Writes a file, whole or not at all. Throws when the folder cannot be written. */
export async function writeAside(file: string, content: string | Uint8Array): Promise<void> {
	const aside = `${file}.${process.pid}-${randomUUID()}`;
	try {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(aside, content);
		await rename(aside, file);
	} finally {
		await rm(aside, { force: true });
	}
}
