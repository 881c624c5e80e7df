import type { Catalog, Rule } from '../../domain/rule.ts';
import { type ListPage, paged } from '../paging.ts';
import { type CodeEntry, type CodeGroup, codeGroups } from './code-groups.ts';
import { folderOf } from './relative.ts';

/** A page below `/d/`. A code or standard of one rule only leads there; of several, it lists them. */
export type CodePage =
	| { readonly kind: 'groups'; readonly path: string; readonly groups: readonly CodeGroup[] }
	| {
			readonly kind: 'group';
			readonly path: string;
			readonly group: CodeGroup;
			readonly list: ListPage<CodeEntry>;
	  }
	| { readonly kind: 'list'; readonly path: string; readonly group: CodeGroup; readonly entry: CodeEntry }
	| {
			readonly kind: 'redirect';
			readonly path: string;
			readonly group: CodeGroup;
			readonly entry: CodeEntry;
			readonly rule: Rule;
	  };

const made = new WeakMap<Catalog, readonly CodeGroup[]>();

/** The linters and families of standards that lead to rules of a catalog; computed once. */
export function codeGroupsOf(catalog: Catalog): readonly CodeGroup[] {
	const known = made.get(catalog);
	if (known !== undefined) return known;
	const fresh = codeGroups(catalog.rules);
	made.set(catalog, fresh);
	return fresh;
}

/** All pages below `/d/`; none for a catalog without codes and standards. */
export function codePages(catalog: Catalog): readonly CodePage[] {
	const groups = codeGroupsOf(catalog);
	if (groups.length === 0) return [];
	return [{ kind: 'groups', path: '/d/', groups }, ...groups.flatMap(groupPages)];
}

/** The `[...address]` parameter of a page; Astro leaves the segment out for undefined. */
export function addressParam(path: string): string | undefined {
	return path === '/d/' ? undefined : folderOf(path).slice('d/'.length);
}

function groupPages(group: CodeGroup): readonly CodePage[] {
	const pages = group.entries.flatMap((entry) =>
		[entry.path, ...entry.otherPaths].map((path) => entryPage(path, group, entry)),
	);
	const lists = paged(group.entries).map(
		(list): CodePage => ({ kind: 'group', path: groupPagePath(group, list.page), group, list }),
	);
	const taken = new Set(lists.map(({ path }) => path));
	return [...lists, ...pages.filter(({ path }) => !taken.has(path))];
}

/** The address of a page of a group's list; a number alone may be a code, such as that of a CWE. */
export function groupPagePath({ path }: CodeGroup, page: number): string {
	return page === 1 ? path : `${path}~${page}/`;
}

function entryPage(path: string, group: CodeGroup, entry: CodeEntry): CodePage {
	const [rule, ...others] = entry.rules;
	if (rule === undefined || others.length > 0) return { kind: 'list', path, group, entry };
	return { kind: 'redirect', path, group, entry, rule };
}
