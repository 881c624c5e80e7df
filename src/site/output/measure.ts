import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * How many bytes the files below a folder hold, and how many of them are pages. Those of the folders in `redirects`, POSIX
 * paths from `folder`, only lead to pages.
 */
export async function measure(
	folder: string,
	redirects: ReadonlySet<string>,
): Promise<{ readonly pages: number; readonly bytes: number }> {
	let pages = 0;
	let bytes = 0;
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		const inside = relative(folder, entry.parentPath).split(sep).join('/');
		if (entry.name.endsWith('.html') && !redirects.has(inside)) pages += 1;
		bytes += (await stat(join(entry.parentPath, entry.name))).size;
	}
	return { pages, bytes };
}
