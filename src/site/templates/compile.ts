import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { build } from 'astro';
import type { Config } from '../../domain/config.ts';
import { astroConfig } from '../astro-config.ts';

/** Where Astro keeps the modules that render pages, below its output folder, until the pages are written. */
const MODULES = '.prerender';

/**
 * Has Astro compile the templates into `folder`, an existing one: `server/` renders pages, `client/` is laid over the root
 * of the site. Renders no page. Throws what Astro throws.
 */
export async function compileTemplates(config: Config, folder: string): Promise<void> {
	const client = join(folder, 'client');
	const desk = join(folder, 'desk');
	const nothing = join(desk, 'public');
	await mkdir(nothing, { recursive: true });
	const keepModules: AstroIntegration = {
		name: 'rulepress-templates',
		hooks: {
			'astro:build:start': ({ setPrerenderer }) =>
				setPrerenderer({
					name: 'rulepress-templates',
					getStaticPaths: async () => [],
					render: async () => Promise.reject(new Error('No page is rendered while templates are compiled')),
					// Astro removes its modules right after this.
					teardown: () => cp(join(client, MODULES), join(folder, 'server'), { recursive: true }),
				}),
		},
	};
	const settings = astroConfig(config, desk, { pagesOnly: true });
	await build({
		...settings,
		integrations: [...(settings.integrations ?? []), keepModules],
		outDir: client,
		publicDir: nothing,
		// What fails is thrown; nothing else that Astro says is for the person who runs the build.
		logLevel: 'silent',
	});
	await rm(desk, { recursive: true });
}
