import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporary } from './temporary.ts';

/** What fits is held in memory; the rest goes to a file. */
const IN_MEMORY = 8 * 1024 * 1024;

/** Bytes of any number, written once and read as often as needed. */
export interface Spool {
	readonly write: (chunk: Uint8Array) => Promise<void>;
	/** Everything written so far. No more may be written after the first read. */
	readonly read: () => AsyncIterable<Uint8Array>;
	readonly size: () => number;
	/** Frees memory and disk. */
	readonly close: () => Promise<void>;
}

/** Holds bytes in memory, and in a temporary file as soon as they are many. The file goes with the process. */
export function makeSpool(inMemory = IN_MEMORY): Spool {
	let chunks: Uint8Array[] = [];
	let size = 0;
	let file: { readonly path: string; readonly handle: FileHandle; readonly discard: () => Promise<void> } | null = null;
	return {
		write: async (chunk) => {
			size += chunk.byteLength;
			if (file === null && size > inMemory) {
				file = await temporaryFile();
				for (const held of chunks) await file.handle.writeFile(held);
				chunks = [];
			}
			if (file === null) chunks.push(chunk);
			else await file.handle.writeFile(chunk);
		},
		read: () => (file === null ? memory(chunks) : createReadStream(file.path)),
		size: () => size,
		close: async () => {
			chunks = [];
			const opened = file;
			file = null;
			await opened?.handle.close();
			await opened?.discard();
		},
	};
}

async function* memory(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
	yield* chunks;
}

async function temporaryFile() {
	const path = join(tmpdir(), `rulepress-${process.pid}-${randomBytes(6).toString('hex')}`);
	const { discard } = temporary(path);
	return { path, handle: await open(path, 'wx', 0o600), discard };
}
