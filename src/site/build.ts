import { build as buildAstro } from 'astro';
import type { BuildRequest, BuildResult } from '../domain/commands.ts';
import { astroConfig } from './astro-config.ts';
import { writeBesidePages } from './output/beside-pages.ts';
import { measure } from './output/measure.ts';
import { writeRedirects } from './output/redirect-files.ts';
import { makeStage, mergeInto, swapIn } from './output/stage.ts';
import { setSiteState } from './state.ts';

/**
 * Renders the catalog into a folder of its own and, when all of it is there, puts that in the place of `config.out`.
 * Throws what Astro or the search engine throw; the last good output then stays, and nothing is left behind.
 */
export async function build({ catalog, config, progress }: BuildRequest): Promise<BuildResult> {
	const stage = await makeStage(config.root);
	try {
		const state = { catalog, config, live: false };
		setSiteState(state);
		progress('Starting Astro', 0, null);
		const pages = buildAstro({
			...astroConfig(config, { pagesOnly: true, onPage: (done, total) => progress('Writing pages', done, total) }),
			outDir: stage.pages,
			// Astro would log a failure once for every page that is left; it is thrown, and that is enough.
			logLevel: 'silent',
		});
		await allOrFirstFailure([pages, writeBesidePages(state, stage.beside)]);
		progress('Publishing', 0, null);
		await mergeInto(stage.beside, stage.pages);
		const redirects = await writeRedirects(state, stage.pages);
		const measured = await measure(stage.pages, redirects);
		await swapIn(stage.pages, config.out);
		return { out: config.out, ...measured };
	} finally {
		await stage.clear();
	}
}

/** Waits for all work to end before a failure is thrown, so that nothing writes into a folder that is being removed. */
async function allOrFirstFailure(work: readonly Promise<void>[]): Promise<void> {
	const ends = await Promise.allSettled(work);
	const failure = ends.find((end) => end.status === 'rejected');
	if (failure !== undefined) throw failure.reason;
}
