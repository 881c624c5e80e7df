import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dev as devAstro } from 'astro';
import type { DevRequest, RunningServer } from '../../domain/commands.ts';
import { runPipeline } from '../../pipeline.ts';
import { astroConfig } from '../astro-config.ts';
import { setSiteState } from '../state.ts';

/**
 * Serves the packs of a config and shows every change of a content file at once.
 * Throws when a content folder cannot be read or the port is taken.
 */
export async function dev({ config, port, host, report }: DevRequest): Promise<RunningServer> {
	const { catalog, diagnostics, leftOut } = await runPipeline(config, () => {});
	setSiteState({ catalog, config, live: true, collected: 'all' });
	report(diagnostics, catalog.rules.length);
	// One folder for every run, emptied at the start: a server that is killed cannot tidy up behind itself.
	const beside = join(config.root, '.rulepress', 'dev');
	await rm(beside, { recursive: true, force: true });
	await mkdir(beside, { recursive: true });
	const server = await devAstro({
		...astroConfig(config, { dev: { beside, report, leftOut: leftOut.map(({ file }) => file) } }),
		server: { ...(port === null ? {} : { port }), ...(host === null ? {} : { host }) },
	});
	const local = server.resolvedUrls.local[0] ?? `http://localhost:${server.address.port}`;
	return {
		url: new URL(config.base, local).href,
		stop: () => server.stop(),
	};
}
