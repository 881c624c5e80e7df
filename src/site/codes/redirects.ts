import type { Catalog } from '../../domain/rule.ts';
import { aliasPages } from './alias-pages.ts';
import { codePages } from './code-pages.ts';
import { folderOf } from './relative.ts';

/** The folders of all pages that only lead to another one, POSIX paths from the site's root. */
export function redirectFolders(catalog: Catalog): ReadonlySet<string> {
	const codes = codePages(catalog).filter(({ kind }) => kind === 'redirect');
	return new Set([...codes, ...aliasPages(catalog.rules)].map(({ path }) => folderOf(path)));
}
