import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rawRulePath } from '../../domain/ids.ts';
import { sitePath } from '../../serve/site-path.ts';
import type { SiteSource, Target } from '../../serve/site-source.ts';
import { fileWithin } from '../../serve/static-files.ts';
import { escapeHtml } from '../html/escape.ts';
import { packFile, shownImages } from '../output/pack-files.ts';
import { previewImage } from '../output/preview-images.ts';
import { stylesOf } from '../output/redirect-files.ts';
import { packageRoot } from '../package-root.ts';
import { previewImagePath } from '../preview-image/path.ts';
import { type SiteState, setSiteState } from '../state.ts';
import type { PageRenderer } from '../templates/renderer.ts';
import { type MadeFiles, made, madeFiles, searchOrder } from './made-files.ts';

/** Compiled templates, ready to render. */
export interface Templates {
	readonly renderer: PageRenderer;
	/** Holds what browsers load for the pages. */
	readonly client: string;
}

/** The site of a state, rendered when it is asked for: what it answers is what a build would have written. */
export interface LiveSite extends SiteSource {
	readonly show: (state: SiteState, templates: Templates) => void;
	/** A name for the page at a path; another one for other bytes. */
	readonly tagOf: (path: string) => Promise<string>;
}

export interface LiveSiteFolders {
	/** Holds `pagefind/`, once it has been made. */
	readonly search: string;
	/** For files that are made on demand. */
	readonly made: string;
}

const NOTHING: Target = { kind: 'nothing' };
/** What has a template and is a file of another name, or no page at all. */
const NO_FOLDERS = new Set(['404', 'rules.json']);
/** More pages than somebody has open. */
const KEPT_PAGES = 16;
/** Site path, below the base, of what only pages that are served live load. */
export const LIVE_SCRIPT = '_rulepress/live.js';

export function liveSite(firstState: SiteState, firstTemplates: Templates, folders: LiveSiteFolders): LiveSite {
	let state = firstState;
	let templates = firstTemplates;
	let files: StateFiles;
	/** Pages of the state that were rendered: a browser asks for one as soon as it is told that it is another. */
	const pages = new Map<string, Promise<Buffer | null>>();
	show(firstState, firstTemplates);

	function show(next: SiteState, nextTemplates: Templates): void {
		const sameRules = nextTemplates === templates && haveSamePages(state, next);
		pages.clear();
		state = next;
		templates = nextTemplates;
		files = stateFiles(next, folders.made);
		setSiteState(next);
		templates.renderer.forget(sameRules);
	}

	function pageAt(pathname: string): Promise<Buffer | null> {
		const known = pages.get(pathname);
		if (known !== undefined) return known;
		if (pages.size === KEPT_PAGES) pages.clear();
		const fresh = renderedPage(pathname);
		pages.set(pathname, fresh);
		return fresh;
	}

	/** The bytes of a page; of the state that is there in the end, if that changes while the page is rendered. */
	async function renderedPage(pathname: string): Promise<Buffer | null> {
		for (;;) {
			const { state: before, renderer } = { state, renderer: templates.renderer };
			const page = await renderer.pageAt(pathname).catch(unlessChanged(before));
			const body = page && (await renderer.render(page).catch(unlessChanged(before)));
			if (state === before) return body;
		}
	}

	function unlessChanged(before: SiteState): (error: unknown) => null {
		return (error) => {
			if (state === before) throw error;
			return null;
		};
	}

	async function styles(): Promise<string> {
		return stylesOf(String(await pageAt('/404')));
	}

	async function findPage(segments: readonly string[]): Promise<Buffer | null> {
		const path = segments.join('/');
		if (NO_FOLDERS.has(path)) return null;
		const page = await pageAt(`/${path}`);
		if (page !== null) return page;
		const redirect = await files.made.redirectAt(`/${path}/`, styles);
		return redirect === null ? null : Buffer.from(redirect);
	}

	async function find(path: string): Promise<Target> {
		const asked = sitePath(state.config.base, path);
		if (asked.kind !== 'inside') return asked;
		const { segments, slash } = asked;
		const [last] = segments.slice(-1);
		if (slash || segments.length === 0) return html(await findPage(segments));
		if (last === 'index.html') return html(await findPage(segments.slice(0, -1)));
		if (segments.join('/') === '404.html') return html(await pageAt('/404'));
		const file = await findFile(segments.join('/'));
		if (file.kind !== 'nothing') return file;
		return (await findPage(segments)) === null ? NOTHING : { kind: 'redirect', path: `${path}/` };
	}

	/** What a build lays over what else is looked for first. */
	async function findFile(path: string): Promise<Target> {
		const { config, catalog } = state;
		if (path === 'rules.json') {
			const body = await pageAt('/rules.json');
			return body === null ? NOTHING : made(path, body);
		}
		if (path === 'pagefind/order.json') return searchOrder(catalog, folders.search);
		const own = files.sources.get(path);
		const places = [
			[templates.client, path],
			[join(config.root, 'public'), path],
			...(own === undefined ? [] : [[dirname(own), own.slice(dirname(own).length + 1)] as const]),
			...(path.startsWith('pagefind/') ? [[folders.search, path] as const] : []),
		] as const;
		for (const [folder, name] of places) {
			const found = existsSync(join(folder, name)) ? await fileWithin(folder, join(folder, name)) : NOTHING;
			if (found.kind === 'file') return found;
		}
		const image = files.images.get(path);
		if (image !== undefined && existsSync(image)) return made(path, Buffer.from(packFile(catalog, path, image)));
		const rule = files.pictures.get(path);
		if (rule !== undefined) return made(path, await previewImage(rule));
		const written = await files.made.find(path);
		if (written.kind !== 'nothing') return written;
		return fileWithin(join(packageRoot(), 'public'), join(packageRoot(), 'public', path));
	}

	/** The page with what reloads it, which is no part of it. */
	function html(body: Buffer | null): Target {
		if (body === null) return NOTHING;
		const script = `<script src="${state.config.base}${LIVE_SCRIPT}" data-tag="${tag(body)}"></script>`;
		const end = body.indexOf('</head>');
		return made('page.html', Buffer.concat([body.subarray(0, end), Buffer.from(script), body.subarray(end)]));
	}

	return {
		base: () => state.config.base,
		find,
		notFound: async () => html(await pageAt('/404')),
		show,
		tagOf: async (path) => {
			const asked = sitePath(state.config.base, path);
			try {
				const body = asked.kind === 'inside' ? await findPage(asked.segments) : null;
				return tag(body ?? (await pageAt('/404')) ?? Buffer.of());
			} catch (error) {
				return tag(failurePage(error));
			}
		},
		failed: (error) => html(failurePage(error)),
	};
}

/** Whether two states have pages of the same rules, in the same order. */
function haveSamePages({ catalog: { rules: before } }: SiteState, { catalog: { rules } }: SiteState): boolean {
	return before.length === rules.length && rules.every(({ id }, at) => id === before[at]?.id);
}

/** What a state holds beside its pages, by decoded paths without a slash at the start. */
interface StateFiles {
	readonly made: MadeFiles;
	/** Absolute paths of the rules' own files. */
	readonly sources: ReadonlyMap<string, string>;
	readonly images: ReadonlyMap<string, string>;
	/** The rules of preview images. */
	readonly pictures: ReadonlyMap<string, SiteState['catalog']['rules'][number]>;
}

/** Each is gathered when it is first needed: a page needs none of them. */
function stateFiles(state: SiteState, folder: string): StateFiles {
	const { catalog, config } = state;
	const kept: { -readonly [K in keyof StateFiles]?: StateFiles[K] } = {};
	return {
		made: madeFiles(state, folder),
		get sources() {
			kept.sources ??= new Map(
				catalog.rules.map(({ pack, stem, file }) => [decodeURI(rawRulePath(pack, stem)).slice(1), resolve(file)]),
			);
			return kept.sources;
		},
		get images() {
			kept.images ??= shownImages(catalog);
			return kept.images;
		},
		get pictures() {
			const isDrawn = config.ogImages && config.site !== null;
			kept.pictures ??= new Map(
				(isDrawn ? catalog.rules : []).map((rule) => [
					decodeURI(previewImagePath(rule.pack, rule.stem)).slice(1),
					rule,
				]),
			);
			return kept.pictures;
		},
	};
}

/** In place of a page whose template throws: a build would stop there, with the same words. */
function failurePage(error: unknown): Buffer {
	const message = escapeHtml(error instanceof Error ? error.message : String(error));
	return Buffer.from(
		'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Not rendered</title></head>' +
			`<body><h1>This page cannot be rendered</h1><pre>${message}</pre></body></html>`,
	);
}

function tag(body: Buffer): string {
	return hash('sha256', body, 'base64url').slice(0, 16);
}
