import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { mdxProcessor } from './mdx/processor.ts';
import { writeBesidePages } from './output/beside-pages.ts';
import { writeRedirects } from './output/redirect-files.ts';
import { copyRuleSources } from './output/rule-sources.ts';
import { routeFile } from './package-root.ts';
import { ROUTES } from './routes.ts';
import { writeSearchIndex } from './search/write-index.ts';
import { handedOrLoaded } from './standalone.ts';
import { siteState } from './state.ts';

/** What the command line asks for; a config file needs none of it. */
export interface RulepressOptions {
	/** True when the caller writes what lies beside the pages. */
	readonly pagesOnly?: boolean;
}

/** Turns Astro into this site: its routes, its settings, and the files beside its pages. */
export default function rulepress(options: RulepressOptions = {}): AstroIntegration {
	return {
		name: 'rulepress',
		hooks: {
			'astro:config:setup': async ({ config: astro, command, logger, updateConfig, injectRoute }) => {
				const { config } = await handedOrLoaded(astro.root, command === 'dev', logger);
				updateConfig({
					...(config.site === null ? {} : { site: config.site }),
					base: config.base,
					...(options.pagesOnly === true ? {} : { outDir: pathToFileURL(join(config.out, '/')) }),
					output: 'static',
					trailingSlash: 'always',
					compressHTML: 'jsx',
					// Pages spend most of their time waiting for their file to be written.
					build: { format: 'directory', inlineStylesheets: 'never', concurrency: 16 },
					markdown: { syntaxHighlight: false, processor: mdxProcessor() },
					devToolbar: { enabled: false },
					integrations: [mdx()],
					vite: {
						build: { assetsInlineLimit: 0, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
						environments: {
							// Every page names its script: a name that tells the template's path would be three times as long.
							client: { build: { rolldownOptions: { output: { entryFileNames: '_astro/[hash].js' } } } },
							// Pages are made beside the packs, where the packages of this program need not be found; sharp has its own binaries.
							...(command === 'build' ? { prerender: { resolve: { noExternal: true, external: ['sharp'] } } } : {}),
						},
					},
				});
				for (const [pattern, file] of ROUTES) {
					injectRoute({ pattern, entrypoint: routeFile(file), prerender: true });
				}
			},
			'astro:build:done': async ({ dir }) => {
				if (options.pagesOnly === true) return;
				await writeSearchIndex({ ...siteState(), out: fileURLToPath(dir) });
				await writeBesidePages(siteState(), fileURLToPath(dir));
				await copyRuleSources(siteState().catalog.rules, fileURLToPath(dir));
				await writeRedirects(siteState(), fileURLToPath(dir), fileURLToPath(new URL('404.html', dir)));
			},
		},
	};
}
