import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { packageRoot } from './package-root.ts';
import { counting } from './progress.ts';
import { ROUTES } from './routes.ts';
import { siteState } from './state.ts';

/** The integration's wishes; the command line sets them, a config file need not. */
export interface RulepressOptions {
	/** Called after each page. */
	readonly onPage?: (done: number, total: number) => void;
}

/**
 * Turns Astro into this site: routes, settings, the files beside the pages.
 * Works on the catalog handed over through `state.ts`.
 */
export default function rulepress(options: RulepressOptions = {}): AstroIntegration {
	return {
		name: 'rulepress',
		hooks: {
			'astro:config:setup': ({ updateConfig, injectRoute }) => {
				const { config } = siteState();
				updateConfig({
					...(config.site === null ? {} : { site: config.site }),
					base: config.base,
					output: 'static',
					trailingSlash: 'always',
					compressHTML: true,
					// Pages spend most of their time waiting for their file to be written: measured, 16 at once is fastest.
					build: { format: 'directory', inlineStylesheets: 'never', concurrency: 16 },
					markdown: { syntaxHighlight: false, processor: unified({ smartypants: false }) },
					devToolbar: { enabled: false },
					integrations: [mdx()],
					vite: { build: { assetsInlineLimit: 0 } },
				});
				for (const [pattern, file] of ROUTES) {
					injectRoute({ pattern, entrypoint: join(packageRoot(), 'src/site/routes', file), prerender: true });
				}
			},
			'astro:build:start': ({ setPrerenderer }) => {
				const { onPage } = options;
				if (onPage !== undefined) setPrerenderer((prerenderer) => counting(prerenderer, onPage));
			},
		},
	};
}
