import { hash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redirects } from '../codes/redirects.ts';
import { folderOf } from '../codes/relative.ts';
import { redirectPage } from '../html/redirect-page.ts';
import type { SiteState } from '../state.ts';
import type { PublishedSite } from './records.ts';
import type { NextFile } from './renew.ts';

/** More at once only wait for the disk. */
const AT_ONCE = 64;

export interface Redirects {
	/** The folders of these pages, POSIX paths from the root of the site. */
	readonly folders: ReadonlySet<string>;
	/** Those that were not written, for the published site has the same. */
	readonly linked: ReadonlyMap<string, NextFile>;
}

/**
 * Writes every page that only leads to another below `out`; no file that is there is overwritten. `example` is another page of
 * this build: it tells which styles there are.
 * There may be many times as many as rules, and Astro takes far longer to make a page than its file takes to write.
 */
export async function writeRedirects(
	{ catalog }: SiteState,
	out: string,
	example: string,
	published: PublishedSite | null = null,
): Promise<Redirects> {
	const folders = new Set<string>();
	const linked = new Map<string, NextFile>();
	const all = redirects(catalog);
	if (all.length === 0) return { folders, linked };
	const styles = stylesOf(await readFile(example, 'utf8'));
	const waiting = all.values();
	const write = async (): Promise<void> => {
		for (const redirect of waiting) {
			const folder = folderOf(redirect.path);
			const file = `${folder}/index.html`;
			folders.add(folder);
			const page = redirectPage(redirect, styles);
			const sum = hash('sha256', page);
			if (published !== null && Object.hasOwn(published.tree.files, file) && published.tree.files[file]?.hash === sum) {
				linked.set(file, { hash: sum, from: join(published.out, file), mode: 'link' });
				continue;
			}
			await mkdir(join(out, folder), { recursive: true });
			await writeFile(join(out, file), page, { flag: 'wx' }).catch(unlessThere);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, write));
	return { folders, linked };
}

/** The style sheets of a page of this build: Astro names them by content. */
export function stylesOf(page: string): string {
	return (page.match(/<link rel="stylesheet"[^>]*>/g) ?? []).join('');
}

/** On a disk that ignores case, the same page in other letters is there already. */
function unlessThere(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EEXIST') throw error;
}
