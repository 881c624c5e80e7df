import { siteState } from './state.ts';

/** A site path such as `/packs/` under the configured base. */
export function href(path: string): string {
	return siteState().config.base.slice(0, -1) + path;
}

/** The whole address of a site path; null when the site's own address is not known. */
export function absolute(path: string): string | null {
	const { site } = siteState().config;
	return site === null ? null : site + href(path);
}

/** Where the source of a rule can be seen or edited; null when the config names no such place. */
export function editHref(source: string): string | null {
	const { editUrl } = siteState().config;
	return editUrl === null ? null : editUrl.replaceAll('{source}', encodeURI(source));
}
