import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How many bytes the files below a folder hold, and how many of them are pages. */
export async function measure(folder: string): Promise<{ readonly pages: number; readonly bytes: number }> {
	let pages = 0;
	let bytes = 0;
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		if (entry.name.endsWith('.html')) pages += 1;
		bytes += (await stat(join(entry.parentPath, entry.name))).size;
	}
	return { pages, bytes };
}
