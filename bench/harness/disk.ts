import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How much a folder holds. */
export interface DiskUse {
	readonly files: number;
	readonly pages: number;
	/** Bytes of all files. */
	readonly bytes: number;
	/** Bytes of the blocks that they take. */
	readonly blocks: number;
}

/** What `du --apparent-size` and `du` say of the files of a folder, and how many are HTML pages. */
export async function diskUse(folder: string): Promise<DiskUse> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const use = { files: 0, pages: 0, bytes: 0, blocks: 0 };
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		const { size, blocks } = await stat(join(entry.parentPath, entry.name));
		use.files++;
		use.pages += Number(entry.name.endsWith('.html'));
		use.bytes += size;
		use.blocks += blocks * 512;
	}
	return use;
}
