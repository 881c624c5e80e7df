import type { SiteCommands } from '../domain/commands.ts';

export { restore } from './output/restore.ts';
export { standing } from './standing.ts';

/** Loads Astro only now: a site that is up to date needs none of it. */
export const build: SiteCommands['build'] = async (request) => (await import('./build.ts')).build(request);

export const dev: SiteCommands['dev'] = async (request) => (await import('./dev/dev.ts')).dev(request);
