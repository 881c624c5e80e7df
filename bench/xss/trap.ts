import type { BrowserContext, Page } from '@playwright/test';

/** Something on a page that must not be there, or that happened and must not. */
export interface Sprung {
	/** Address of the page, without its origin. */
	readonly page: string;
	readonly what: string;
}

/** What a page may consist of: all else is markup of an author that came alive. */
const ALLOWED = new Set(
	`html head meta title link script body a header search form input kbd nav button main footer p ol ul li h1 h2 h3 h4 h5 h6
	article div span section aside figure figcaption pre code strong em del sup br hr blockquote table thead
	tbody tr th td dl dt dd time img mark details summary fieldset legend select option label noscript textarea bdi small noscript svg rect
	t-v t-n t-s t-r t-y t-f t-k t-h t-i t-d t-c`.split(/\s+/),
);

/**
 * Sets a trap in every page of a context: dialogs, errors, requests to other hosts and the proof that vectors leave. Returns
 * what has sprung so far, by page.
 */
export async function setTrap(context: BrowserContext, origin: string): Promise<readonly Sprung[]> {
	const sprung: Sprung[] = [];
	const pathOf = (page: Page): string => page.url().replace(origin, '');
	await context.exposeBinding('__sprung', ({ page }, what: string) => void sprung.push({ page: pathOf(page), what }));
	await context.addInitScript(() => {
		const tell = (what: string): void => {
			const report = Reflect.get(window, '__sprung');
			if (typeof report === 'function') report(what);
		};
		Object.defineProperty(window, '__xss', { set: () => tell('executed'), configurable: false });
		for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
			Object.defineProperty(window, name, { value: () => tell(`executed: ${name}`) });
		}
	});
	await context.route(
		(url) => url.origin !== origin,
		(route) => route.abort(),
	);
	context.on('page', (page) => {
		const add = (what: string): void => void sprung.push({ page: pathOf(page), what });
		page.on('dialog', (dialog) => {
			add(`executed: dialog ${dialog.type()}`);
			dialog.dismiss().catch(() => {});
		});
		page.on('pageerror', (error) => add(`page error: ${error.message}`));
		page.on('console', (message) => {
			if (message.type() === 'error' && !/status of 404/.test(message.text())) add(`console: ${message.text()}`);
		});
		page.on('request', (request) => {
			if (new URL(request.url()).origin !== origin) add(`request: ${request.url()}`);
		});
		page.on('popup', () => add('executed: a window opened'));
	});
	return sprung;
}

/** What stands in a page's tree and must not; '' for nothing. */
export function faultsOf(page: Page): Promise<readonly string[]> {
	return page.evaluate(
		(allowed) => {
			const known = new Set(allowed);
			const faults: string[] = [];
			const ids = new Set<string>();
			const isPage = document.contentType === 'text/html';
			for (const element of document.querySelectorAll('*')) {
				// Of XML only what a browser takes for a page counts, but for the style of its own viewer.
				if (!isPage && (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || element.localName === 'style'))
					continue;
				const tag = element.localName;
				if (!known.has(tag)) faults.push(`element <${tag}>`);
				if (element.id !== '' && ids.has(element.id)) faults.push(`id twice: ${element.id}`);
				ids.add(element.id);
				if (tag === 'form' && element.closest('search') === null) faults.push('form');
				if (tag === 'script' && element.textContent !== '')
					faults.push(`inline script: ${element.textContent.slice(0, 60)}`);
				for (const { name, value } of element.attributes) {
					if (/^on/i.test(name)) faults.push(`attribute ${name} of <${tag}>`);
					if (/^(?:style|srcdoc|formaction|ping|background|srcset|autofocus|name|target)$/i.test(name)) {
						if (!(name === 'name' && (tag === 'meta' || value === 'q'))) faults.push(`attribute ${name} of <${tag}>`);
					}
					if (!/^(?:href|src|action|poster|data|xlink:href)$/i.test(name)) continue;
					const url = URL.parse(value, document.baseURI);
					const isOwn = url?.origin === location.origin;
					if (tag === 'a' ? !/^(?:https?|mailto):$/.test(url?.protocol ?? '') : !isOwn && !isCanonical(element)) {
						faults.push(`${name} of <${tag}>: ${value}`);
					}
				}
				const refresh = tag === 'meta' && /refresh|cookie/i.test(element.getAttribute('http-equiv') ?? '');
				// The site's own pages that lead on do so to a relative address, and are held for as long as they are looked at.
				if (refresh && !/^600; url=\.{1,2}\//.test(element.getAttribute('content') ?? '')) faults.push('meta refresh');
			}
			const names = ['cookie', 'location', 'getElementById', 'createElement', 'querySelector', 'attributes', 'scripts'];
			for (const name of names) {
				if (Reflect.get(document, name) instanceof Element) faults.push(`document.${name} is an element`);
			}
			return faults;

			function isCanonical(element: Element): boolean {
				return element.getAttribute('rel') === 'canonical';
			}
		},
		[...ALLOWED],
	);
}
