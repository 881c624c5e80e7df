import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { BuildRequest, BuildResult, Progress } from '../domain/commands.ts';
import { isCompiled } from './lookup.ts';
import { writeBesidePages } from './output/beside-pages.ts';
import { homeOf, type LastBuild, lastBuildFile, readLastBuild } from './output/last-build.ts';
import { hasSpare, type LaidOut, layOut } from './output/lay-out.ts';
import { measure } from './output/measure.ts';
import { filesBelow } from './output/next-files.ts';
import { type PageKeys, pageKeys, siteKey } from './output/page-memory.ts';
import { compressed, compressorKey } from './output/precompress.ts';
import { OvertakenError, publish } from './output/publish.ts';
import { isIntact, isRootIntact, type PublishedSite, writeChecked } from './output/records.ts';
import { writeRedirects } from './output/redirect-files.ts';
import type { NextFile } from './output/renew.ts';
import { copiedRuleSources } from './output/rule-sources.ts';
import { makeStage, type Stage } from './output/stage.ts';
import { writePages } from './output/write-pages.ts';
import { writeSearchIndex } from './search/write-index.ts';
import { isBeyondKnowing, madeKey, ownFiles, publishedImages } from './standing.ts';
import { type SiteState, setSiteState } from './state.ts';
import { loadRenderer } from './templates/renderer.ts';
import { compiled, keptTemplates } from './templates/store.ts';

/**
 * Builds of one output at the same time take turns in publishing; each then begins again with what the others have left. The
 * first attempt relies on what is remembered of the output.
 */
const ATTEMPTS = 5;

/**
 * Renders the catalog into a folder of its own and, when all of it is there, puts that in the place of `config.out`. Pages
 * that would come out as they are published are not rendered again; that changes how long it takes, and nothing else.
 * Throws what Astro or the search engine throw; the last good output then stays, and nothing is left behind.
 */
export async function build(request: BuildRequest): Promise<BuildResult> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await buildOnce(request, attempt === 1);
		} catch (error) {
			if (!(error instanceof OvertakenError) || attempt === ATTEMPTS) throw error;
		}
	}
}

/**
 * Throws `OvertakenError` when what lay in the output, and was relied on, has been changed. Whether it has shows before
 * anything is published; with `trusting` false, it is looked at before that as well.
 */
async function buildOnce(
	{ catalog: found, related, config, progress, occasion }: BuildRequest,
	trusting: boolean,
): Promise<BuildResult> {
	const stage = await makeStage(config.root);
	const known = Promise.withResolvers<PublishedSite | null>();
	const begun = Promise.withResolvers<void>();
	try {
		// The search index takes longest, and needs neither relations nor templates nor, for a while, what is published.
		const searching = writeSearchIndex({
			catalog: found,
			config,
			out: stage.beside,
			published: known.promise,
			begun: begun.resolve,
		});
		const making = async () => {
			await Promise.race([begun.promise, searching]);
			const isKnowable = occasion !== undefined && !isBeyondKnowing(found, config);
			const key = isKnowable ? await madeKey(config, occasion.key) : null;
			const state: SiteState = { catalog: related?.() ?? found, config, live: false, collected: 'compiled' };
			setSiteState(state);
			const [, rendered] = await allOrFirstFailure([
				writeBesidePages(state, stage.beside),
				renderPages(state, stage, { progress, trusting, found: known.resolve }),
			] as const);
			const sources = copiedRuleSources(state.catalog.rules);
			// A first site is laid out while the search index is made, and its spare with it: the first edit then finds one.
			const isFirst = (await known.promise) === null && !hasSpare(homeOf(config));
			const laid = isFirst ? await layOut(stage.folder, new Map([...sources, ...rendered.pages])) : null;
			return { state, key, ...rendered, sources, laid };
		};
		const [linked, { state, key, pages, keys, templates, last, sources, laid }] = await allOrFirstFailure([
			searching,
			making().finally(() => known.resolve(null)),
		] as const);
		const { catalog } = state;
		const held = await known.promise;
		const notFound = (laid?.files ?? pages).get('404.html')?.from ?? '';
		const redirects = await writeRedirects(state, stage.beside, notFound, held);
		progress('Publishing', 0, null);
		const own = ownFiles(config);
		const compressor = config.precompress ? compressorKey(own) : null;
		const next = new Map<string, NextFile>([
			...redirects.linked,
			...filesBelow(stage.beside, 'move'),
			...placed(sources, laid),
			...filesBelow(join(config.root, 'public'), 'copy'),
			...filesBelow(join(templates, 'client'), 'copy'),
			...linked,
			...placed(pages, laid),
		]);
		if (config.precompress) {
			const request = { next, stage: stage.pages, published: last?.compressor === compressor ? held : null };
			for (const [path, file] of await compressed(request)) next.set(path, file);
		}
		const published = await publish({
			out: config.out,
			next,
			published: held?.tree ?? null,
			laid,
			home: homeOf(config),
		});
		const measured = measure(published, redirects.folders);
		const images = publishedImages(catalog, published);
		const from = key === null ? null : { key, report: occasion?.report, measured, own, images };
		const left: LastBuild = { tree: published, pages: keys.memory(), from, compressor };
		await writeChecked(lastBuildFile(config), left);
		return { out: config.out, ...measured };
	} catch (error) {
		const missing = error as NodeJS.ErrnoException;
		const isGone = missing.code === 'ENOENT' && missing.path?.startsWith(config.out + sep) === true;
		known.resolve(null);
		throw (await known.promise) !== null && isGone ? new OvertakenError(config.out, error) : error;
	} finally {
		await stage.clear();
	}
}

/** The files where they lie since they were laid out. */
function* placed(files: Iterable<readonly [string, NextFile]>, laid: LaidOut | null): Generator<[string, NextFile]> {
	for (const [path, file] of files) yield [path, laid?.files.get(path) ?? file];
}

interface RenderedPages {
	readonly pages: ReadonlyMap<string, NextFile>;
	readonly keys: PageKeys;
	/** The folder of the templates. */
	readonly templates: string;
	readonly last: LastBuild | null;
}

interface PagesOptions {
	readonly progress: Progress;
	/** Whether to rely on what is remembered of the output while its root looks untouched. */
	readonly trusting: boolean;
	/** Told what is published, before the pages that differ from that are rendered. */
	readonly found: (site: PublishedSite | null) => void;
}

async function renderPages(
	state: SiteState,
	stage: Stage,
	{ progress, trusting, found }: PagesOptions,
): Promise<RenderedPages> {
	const { catalog, config } = state;
	progress('Compiling templates', 0, null);
	const templates = await templatesFor(state, stage.workshop);
	const renderer = await loadRenderer(templates);
	await mkdir(homeOf(config), { recursive: true });
	const last = await readLastBuild(config);
	const isThere = last !== null && (trusting ? isRootIntact : isIntact)(config.out, last.tree);
	const published = isThere ? { out: config.out, tree: last.tree } : null;
	found(published);
	// What MDX imports is not known here, so pages beside it are not known to be as they were.
	const made = catalog.rules.some(isCompiled) ? randomUUID() : basename(templates);
	const keys = pageKeys(state, siteKey(made, state), last?.pages ?? null);
	const onPage = (done: number, total: number): void => progress('Writing pages', done, total);
	const pages = await writePages({ state, renderer, keys, stage: stage.pages, published, onPage });
	return { pages, keys, templates, last };
}

/** MDX is compiled with the templates, so the templates of such packs hold for this run alone. */
async function templatesFor({ catalog, config }: SiteState, workshop: string): Promise<string> {
	if (!catalog.rules.some(isCompiled)) return keptTemplates(config, workshop);
	await compiled(config, workshop);
	return workshop;
}

/** Waits for all work to end before a failure is thrown, so that nothing writes into a folder that is being removed. */
async function allOrFirstFailure<T extends readonly unknown[]>(
	work: {
		readonly [K in keyof T]: Promise<T[K]>;
	},
): Promise<T> {
	const ends = await Promise.allSettled(work);
	const failure = ends.find((end) => end.status === 'rejected');
	if (failure !== undefined) throw failure.reason;
	return Promise.all(work) as unknown as Promise<T>;
}
