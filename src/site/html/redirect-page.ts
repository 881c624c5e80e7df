import { REDIRECT_POLICY } from '../../domain/site-policy.ts';
import type { Redirect } from '../codes/redirects.ts';
import { relativePath } from '../codes/relative.ts';
import { absolute } from '../href.ts';
import { siteState } from '../state.ts';
import { escapeHtml } from './escape.ts';

/**
 * A page for the moment before the browser goes on, without a script. Its target is relative, so that it holds under any base.
 * There may be as many as rules, so it says nothing twice: its colour scheme is in the style sheet, and a search engine takes
 * the target for the canonical address where the site's own is not known. `stylesHtml` gives the site's pages their looks.
 */
export function redirectPage(redirect: Redirect, stylesHtml: string): string {
	const { path, title, headingHtml, words, targetHtml } = redirect;
	const { config, live } = siteState();
	const target = escapeHtml(relativePath(path, redirect.target));
	const [page = ''] = redirect.target.split('#', 1);
	const canonical = absolute(page);
	return [
		'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
		live ? '' : `<meta http-equiv="Content-Security-Policy" content="${REDIRECT_POLICY}">`,
		`<meta http-equiv="refresh" content="0; url=${target}"><meta name="viewport" content="width=device-width">`,
		`<meta name="robots" content="noindex"><title>${escapeHtml(`${title} · ${config.title}`)}</title>`,
		canonical === null ? '' : `<link rel="canonical" href="${escapeHtml(canonical)}">`,
		`${stylesHtml}</head><body><main><h1>${headingHtml}</h1>`,
		`<p class="abstract">${words} <a href="${target}">${targetHtml}</a></p></main></body></html>\n`,
	].join('');
}
