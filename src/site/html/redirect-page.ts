import { CONTENT_SECURITY_POLICY } from '../../domain/site-policy.ts';
import type { Redirect } from '../codes/redirects.ts';
import { relativePath } from '../codes/relative.ts';
import { absolute } from '../href.ts';
import { siteState } from '../state.ts';
import { escapeHtml } from './escape.ts';

/**
 * A page for the moment before the browser goes on, without a script. Its target is relative, so that it holds under any base.
 * `assetsHtml` is what gives the site's pages their looks.
 */
export function redirectPage(redirect: Redirect, assetsHtml: string): string {
	const { path, title, headingHtml, words, targetHtml } = redirect;
	const { config, live } = siteState();
	const target = escapeHtml(relativePath(path, redirect.target));
	const [page = ''] = redirect.target.split('#', 1);
	const canonical = escapeHtml(absolute(page) ?? relativePath(path, page));
	const policy = live ? '' : `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">`;
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${policy}
<meta http-equiv="refresh" content="0; url=${target}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(`${title} · ${config.title}`)}</title>
<link rel="canonical" href="${canonical}">
${assetsHtml}</head><body><main id="page:content"><h1>${headingHtml}</h1>
<p class="abstract">${words} <a href="${target}">${targetHtml}</a></p></main></body></html>
`;
}
