import { resolve, sep } from 'node:path';
import type { HookParameters } from 'astro';
import type { DevRequest } from '../../domain/commands.ts';
import { runPipeline } from '../../pipeline.ts';
import { writeBesidePages } from '../output/beside-pages.ts';
import { setSiteState, siteState } from '../state.ts';
import { serveFolder } from './serve-folder.ts';

/** What the dev server needs beside the pages. */
export interface DevOptions {
	/** An existing folder for what is not a page: search index, images. */
	readonly beside: string;
	readonly report: DevRequest['report'];
	/** Files that were left out of the first catalog for their errors. */
	readonly leftOut: readonly string[];
}

/** An editor writes a file in several steps; they make one reload. */
const QUIET_MS = 120;

/**
 * Runs the pipeline again whenever a file below a content folder changes, and has open pages reload.
 * While a file that was good has an error, the last good catalog is shown.
 */
export function watchPacks(setup: HookParameters<'astro:server:setup'>, options: DevOptions): void {
	const { server, refreshContent, logger } = setup;
	const { config } = siteState();
	const folders = config.content.map((folder) => resolve(folder));
	let knownBad = new Set(options.leftOut);
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> = Promise.resolve();
	// The search index takes far longer than a page: it follows on its own, and no page waits for it.
	let indexing: Promise<void> = refreshBeside();
	let indexAgain = false;

	server.middlewares.use(serveFolder(options.beside, config.base));
	server.watcher.add(folders);
	server.watcher.on('all', (_, file) => {
		if (!folders.some((folder) => file === folder || file.startsWith(folder + sep))) return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			running = running.then(reload).catch((error: unknown) => logger.error(String(error)));
		}, QUIET_MS);
	});

	async function reload(): Promise<void> {
		const { catalog, diagnostics, leftOut } = await runPipeline(config, () => {});
		options.report(diagnostics, catalog.rules.length);
		if (leftOut.some(({ file }) => !knownBad.has(file))) return;
		knownBad = new Set(leftOut.map(({ file }) => file));
		setSiteState({ catalog, config, live: true, collected: 'all' });
		await refreshContent?.({ loaders: ['rulepress'] });
		// Astro reloads when the collection changed; titles of packs and sections are not in it.
		for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
		server.environments.client.hot.send({ type: 'full-reload', path: '*' });
		indexLater();
	}

	/** However many changes come while the index is written, it is written once more after them. */
	function indexLater(): void {
		if (indexAgain) return;
		indexAgain = true;
		indexing = indexing.then(() => {
			indexAgain = false;
			return refreshBeside();
		});
	}

	async function refreshBeside(): Promise<void> {
		await writeBesidePages(siteState(), options.beside).catch((error: unknown) => logger.error(String(error)));
	}
}
