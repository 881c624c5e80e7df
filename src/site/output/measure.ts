import { dirname } from 'node:path';
import type { TreeRecord } from './records.ts';

export interface Measured {
	readonly pages: number;
	readonly bytes: number;
}

/**
 * How many bytes the files of a site hold, and how many of them are pages. Those of the folders in `redirects`, POSIX paths
 * from the site's root, only lead to pages.
 */
export function measure({ files }: TreeRecord, redirects: ReadonlySet<string>): Measured {
	let pages = 0;
	let bytes = 0;
	for (const [path, record] of Object.entries(files)) {
		if (path.endsWith('.html') && !redirects.has(dirname(path))) pages += 1;
		bytes += record.bytes;
	}
	return { pages, bytes };
}
