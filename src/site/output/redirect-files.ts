import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redirects } from '../codes/redirects.ts';
import { folderOf } from '../codes/relative.ts';
import { redirectPage } from '../html/redirect-page.ts';
import type { SiteState } from '../state.ts';

/** More at once only wait for the disk. */
const AT_ONCE = 64;

/**
 * Writes every page that only leads to a rule below `out`; no file that is there is overwritten. `example` is another page of
 * this build: it tells which styles there are.
 * There may be many times as many as rules, and Astro takes far longer to make a page than its file takes to write.
 * Resolves to the folders of those pages, POSIX paths from `out`.
 */
export async function writeRedirects(
	{ catalog }: SiteState,
	out: string,
	example: string,
): Promise<ReadonlySet<string>> {
	const folders = new Set<string>();
	const all = redirects(catalog);
	if (all.length === 0) return folders;
	const assets = assetsOf(await readFile(example, 'utf8'));
	const waiting = all.values();
	const write = async (): Promise<void> => {
		for (const redirect of waiting) {
			const folder = folderOf(redirect.path);
			await mkdir(join(out, folder), { recursive: true });
			const page = redirectPage(redirect, assets);
			await writeFile(join(out, folder, 'index.html'), page, { flag: 'wx' }).catch(unlessThere);
			folders.add(folder);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, write));
	return folders;
}

/** The style sheets of a page of this build, and the script that sets the theme before it is seen: Astro names them by content. */
export function assetsOf(page: string): string {
	const tags = page.match(/<link rel="stylesheet"[^>]*>|<script src="[^"]*\/first-paint\.[^"]*"><\/script>/g) ?? [];
	return tags.join('');
}

/** On a disk that ignores case, the same page in other letters is there already. */
function unlessThere(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EEXIST') throw error;
}
