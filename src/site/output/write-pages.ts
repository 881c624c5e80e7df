import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Reading, type SiteState, setSiteState, watched } from '../state.ts';
import type { PagePath, PageRenderer } from '../templates/renderer.ts';
import type { PageKeys } from './page-memory.ts';
import type { PublishedSite } from './records.ts';
import type { NextFile } from './renew.ts';

export interface PagesRequest {
	readonly state: SiteState;
	readonly renderer: PageRenderer;
	readonly keys: PageKeys;
	/** An existing folder for pages that are new. */
	readonly stage: string;
	/** The site that is published now, and what it holds; null when there is none that can be relied on. */
	readonly published: PublishedSite | null;
	/** Told how many pages are done. */
	readonly onPage: (done: number, total: number) => void;
}

/** Pages that a web server looks for by their names. */
const NAMED = new Set(['/404']);
/** Pages between two moments in which other work (the search index, a signal) gets its turn. */
const BATCH = 100;

/**
 * The files of all pages: those that would come out as they are published stay, the others are rendered. Of two pages with
 * one address the first counts. Throws what a template throws, with the page's address.
 */
export async function writePages(request: PagesRequest): Promise<Map<string, NextFile>> {
	const { state, renderer, keys, published, onPage } = request;
	const paths = new Map<string, PagePath>();
	for (const page of await renderer.paths()) {
		const file = fileOf(page);
		if (!paths.has(file)) paths.set(file, page);
	}
	const next = new Map<string, NextFile>();
	let reads = new Set<Reading>();
	setSiteState(watched(state, (reading) => reads.add(reading)));
	try {
		for (const [file, page] of paths) {
			const old =
				published !== null && Object.hasOwn(published.tree.files, file) ? published.tree.files[file] : undefined;
			if (old !== undefined && keys.isUnchanged(file, page.props)) {
				keys.keep(file);
				next.set(file, { hash: old.hash, from: join(published?.out ?? '', file), mode: 'link' });
			} else {
				reads = new Set();
				const body = await renderer.render(page);
				keys.remember(file, page.props, reads);
				const sum = hash('sha256', body);
				if (old?.hash === sum) next.set(file, { hash: sum, from: join(published?.out ?? '', file), mode: 'link' });
				else {
					// All in one folder: making one for each page takes longer than rendering it.
					const from = join(request.stage, `${next.size}.html`);
					// Writing at once is several times faster than through promises: a page is small, and nothing waits for an answer.
					writeFileSync(from, body);
					next.set(file, { hash: sum, from, mode: 'move' });
				}
			}
			onPage(next.size, paths.size);
			if (next.size % BATCH === 0) await new Promise(setImmediate);
		}
	} finally {
		setSiteState(state);
	}
	return next;
}

/** The file that a static host serves for a page's address, from the site's root. */
function fileOf({ pathname, route }: PagePath): string {
	const path = pathname.replace(/^\//, '').replace(/\/$/, '');
	if (route.type === 'endpoint') return path;
	if (NAMED.has(pathname)) return `${path}.html`;
	return path === '' ? 'index.html' : `${path}/index.html`;
}
