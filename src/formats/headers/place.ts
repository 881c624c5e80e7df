import type { Config } from '../../domain/config.ts';
import { type Header, headersOf, KIND_FOLDERS, type PathKind } from '../../domain/site-policy.ts';

/** Where a site is published, as far as a web host has to know. */
export type Place = Pick<Config, 'base' | 'site' | 'out'>;

/** Whether browsers are to ask for the site by https alone: the team says that it is published there. */
export function isSecure({ site }: Pick<Place, 'site'>): boolean {
	return site?.startsWith('https:') === true;
}

/** Folders of a kind as hosts name them: below the base, with a slash at the end. */
export function foldersOf(kind: Exclude<PathKind, 'page'>, { base }: Pick<Place, 'base'>): readonly string[] {
	return KIND_FOLDERS[kind].map((folder) => `${base}${folder}/`);
}

/** The headers in which files of a kind differ from pages. */
export function ownHeaders(kind: Exclude<PathKind, 'page'>): readonly Header[] {
	const pages = new Map(headersOf('page'));
	return headersOf(kind).filter(([name, value]) => pages.get(name) !== value);
}
