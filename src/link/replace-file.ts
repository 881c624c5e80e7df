import { randomBytes } from 'node:crypto';
import { type FileHandle, open, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { temporary } from './temporary.ts';

/** A file cannot be written. The message names it. */
export class WriteError extends Error {
	override readonly name = 'WriteError';
}

/** A file that is being written. What stood at its path stays there until `commit`. */
export interface ReplacedFile {
	readonly write: (chunk: Uint8Array) => Promise<void>;
	/** Puts the new file in the place of the old one, in one step. */
	readonly commit: () => Promise<void>;
	/** Leaves everything as it was. */
	readonly abort: () => Promise<void>;
}

/**
 * Begins to write a file. It is written beside its place and moved there when it is whole, so no failure and no signal leaves
 * half a file. Every failure is a `WriteError`.
 */
export function replaceFile(path: string): Promise<ReplacedFile> {
	return naming(path, async () => {
		const old = await stat(path).catch(() => null);
		// A device or a pipe cannot be replaced, only written to.
		if (old !== null && !old.isFile()) return written(path, await open(path, 'w'), null);
		// A link stays a link: the file that it leads to is replaced.
		const target = old === null ? path : await realpath(path);
		const beside = join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(4).toString('hex')}`);
		return written(path, await open(beside, 'wx', old?.mode ?? 0o666), { beside, target });
	});
}

interface Move {
	readonly beside: string;
	readonly target: string;
}

function written(path: string, handle: FileHandle, move: Move | null): ReplacedFile {
	const file = move === null ? null : temporary(move.beside);
	return {
		write: (chunk) => naming(path, () => handle.writeFile(chunk)),
		commit: () =>
			naming(path, async () => {
				await handle.close();
				if (move === null) return;
				await rename(move.beside, move.target);
				file?.keep();
			}),
		abort: async () => {
			await handle.close().catch(() => {});
			await file?.discard();
		},
	};
}

async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (cause) {
		const { message } = cause as NodeJS.ErrnoException;
		throw new WriteError(`${path}: cannot be written: ${message}`, { cause });
	}
}
