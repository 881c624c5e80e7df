import { relativePath } from './codes/relative.ts';
import { siteState } from './state.ts';

/** A site path such as `/packs/` under the configured base. */
export function href(path: string): string {
	return siteState().config.base.slice(0, -1) + path;
}

/** The address of a site path on the page at another: the shorter of the two ways to write it. */
export function hrefFrom(page: string, path: string): string {
	const whole = href(path);
	const relative = relativePath(page, path);
	return relative.length < whole.length ? relative : whole;
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
