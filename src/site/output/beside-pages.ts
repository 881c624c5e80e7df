import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { writeRuleIndex } from '../search/write-rule-index.ts';
import type { SiteState } from '../state.ts';
import { writeCrawlerFiles } from './crawler-files.ts';
import { writeMachineFiles } from './machine-files.ts';
import { filesBelow } from './next-files.ts';
import { writePackFiles } from './pack-files.ts';
import { writePreviewImages } from './preview-images.ts';

/**
 * Writes what a site holds beside its pages and its search index into `out`, an existing folder: the index of the
 * browser of rules, the images of the packs, what crawlers, feed readers, link previews and other
 * programs ask for, and our own public files, which files of the same name in `out` override.
 */
export async function writeBesidePages(state: SiteState, out: string): Promise<void> {
	await Promise.all([
		writeRuleIndex({ ...state, out }),
		writePackFiles(state.catalog, out),
		writeCrawlerFiles(state, out),
		writeMachineFiles(state, out),
		writePreviewImages(state, out),
		copyOwnFiles(out),
	]);
}

/** With the rights that new files have here: those of our files are as whoever installed them wished. */
async function copyOwnFiles(out: string): Promise<void> {
	for (const [path, { from }] of filesBelow(join(packageRoot(), 'public'), 'copy')) {
		await mkdir(dirname(join(out, path)), { recursive: true });
		await writeFile(join(out, path), await readFile(from), { flag: 'wx' }).catch(unlessThere);
	}
}

function unlessThere(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EEXIST') throw error;
}
