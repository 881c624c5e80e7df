import { fileURLToPath } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import { severityOf, wording } from '../domain/diagnostics.ts';
import { loadConfig } from '../load/config.ts';
import { runPipeline } from '../pipeline.ts';
import { handedSiteState, type SiteState, setSiteState } from './state.ts';

/**
 * The state of this run: as the command line handed it over, or else, when Astro was started by itself, loaded here.
 * Throws when a rule has an error: a site with holes is not published unasked.
 */
export async function handedOrLoaded(root: URL, live: boolean, logger: AstroIntegrationLogger): Promise<SiteState> {
	const handed = handedSiteState();
	if (handed !== null) return handed;
	const config = await loadConfig(fileURLToPath(root));
	const { catalog, diagnostics } = await runPipeline(config, () => {});
	let errors = 0;
	for (const one of diagnostics) {
		const severity = severityOf(one.code);
		const { found, expected } = wording(one);
		const line = `${one.file}:${one.place.line}:${one.place.column} ${one.code}: ${found}; expected ${expected}`;
		if (severity === 'error') {
			errors += 1;
			logger.error(line);
		} else if (severity === 'warning') logger.warn(line);
	}
	if (errors > 0) throw new Error(`${errors} errors in the packs of ${config.content.join(', ')}`);
	const state: SiteState = { catalog, config, live, collected: 'all' };
	setSiteState(state);
	return state;
}
