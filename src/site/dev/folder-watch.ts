import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { isToolFolder } from '../../load/walk.ts';

export interface WatchRequest {
	/** Folders to watch with all that is below them, absolute. */
	readonly folders: readonly string[];
	/** Files or folders elsewhere whose coming and going is watched as well, absolute; they need not be there. */
	readonly files: readonly string[];
	/** Folders below them to leave out, absolute. */
	readonly skip: ReadonlySet<string>;
	/** Called with an absolute path for every file or folder that has changed, appeared or gone; may be called too often. */
	readonly onChange: (path: string) => void;
	/** Called when changes can only be found by looking again and again. */
	readonly onPolling: () => void;
}

export interface FolderWatch {
	/** Watches folders that have appeared, and forgets those that are gone. To be awaited before a folder is read anew. */
	readonly refresh: () => Promise<void>;
	readonly stop: () => void;
}

/** Looking at every file takes a while: more often would keep a disk busy for nothing. */
const POLL_MS = 1500;

/**
 * Watches folder by folder: Node's own recursive watch takes a watch for every file on Linux, and misses files in folders
 * that have just been made. Where the system has no more watches, looks at all files again and again.
 */
export async function watchFolders({ folders, files, skip, onChange, onPolling }: WatchRequest): Promise<FolderWatch> {
	const watchers = new Map<string, FSWatcher>();
	const single: FSWatcher[] = [];
	let polling: NodeJS.Timeout | null = null;
	let seen: ReadonlyMap<string, string> = new Map();
	let stopped = false;

	function watchOne(folder: string): void {
		const watcher = watch(folder, (event, name) => {
			const path = name === null ? folder : join(folder, name);
			// A folder that is made anew under its old name is another one, which its old watch does not see.
			if (event === 'rename') forgetBelow(path);
			onChange(path);
		});
		watcher.on('error', () => forget(folder));
		watchers.set(folder, watcher);
	}

	function watchFile(file: string): void {
		const watcher = watch(dirname(file), (event, name) => {
			if (name !== null && name !== basename(file)) return;
			if (event === 'rename') forgetBelow(file);
			onChange(file);
		});
		watcher.on('error', () => watcher.close());
		single.push(watcher);
	}

	function forgetBelow(path: string): void {
		for (const folder of [...watchers.keys()]) if (folder === path || folder.startsWith(path + sep)) forget(folder);
	}

	function forgetAll(): void {
		for (const folder of [...watchers.keys()]) forget(folder);
		for (const watcher of single.splice(0)) watcher.close();
	}

	function forget(folder: string): void {
		watchers.get(folder)?.close();
		watchers.delete(folder);
	}

	async function refresh(): Promise<void> {
		if (polling !== null || stopped) return;
		for (const folder of folders) forget(folder);
		const waiting = [...folders];
		const found = new Set<string>();
		for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
			try {
				// Watched first and listed then: what appears in between is seen by one or the other.
				if (!watchers.has(folder)) watchOne(folder);
			} catch (error) {
				if (isExhausted(error)) return poll();
				if (!isGone(error)) throw error;
				continue;
			}
			found.add(folder);
			waiting.push(...(await foldersIn(folder, skip)));
		}
		for (const folder of watchers.keys()) if (!found.has(folder)) forget(folder);
	}

	async function poll(): Promise<void> {
		forgetAll();
		onPolling();
		seen = await stamps(folders, files, skip);
		const look = async (): Promise<void> => {
			const now = await stamps(folders, files, skip);
			if (stopped) return;
			for (const [path, stamp] of now) if (seen.get(path) !== stamp) onChange(path);
			for (const path of seen.keys()) if (!now.has(path)) onChange(path);
			seen = now;
			polling = setTimeout(look, POLL_MS);
		};
		polling = setTimeout(look, POLL_MS);
	}

	for (const file of files) watchFile(file);
	await refresh();
	return {
		refresh,
		stop: () => {
			stopped = true;
			if (polling !== null) clearTimeout(polling);
			forgetAll();
		},
	};
}

async function foldersIn(folder: string, skip: ReadonlySet<string>): Promise<readonly string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isDirectory() && !isToolFolder(entry.name))
		.map(({ name }) => join(folder, name))
		.filter((path) => !skip.has(path));
}

/** Every file, with what changes when it does. */
async function stamps(
	folders: readonly string[],
	files: readonly string[],
	skip: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	const note = async (path: string): Promise<void> => {
		const { mtimeMs = 0, size = 0, ino = 0 } = (await stat(path).catch(() => null)) ?? {};
		found.set(path, `${mtimeMs} ${size} ${ino}`);
	};
	const enter = async (folder: string): Promise<void> => {
		const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
		for (const { name } of entries.filter((entry) => entry.isFile())) await note(join(folder, name));
		for (const below of await foldersIn(folder, skip)) await enter(below);
	};
	for (const file of files) await note(file);
	for (const folder of folders) await enter(folder);
	return found;
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isExhausted(error: unknown): boolean {
	return ['ENOSPC', 'EMFILE', 'ENFILE'].includes(codeOf(error));
}

function isGone(error: unknown): boolean {
	return ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(codeOf(error));
}
