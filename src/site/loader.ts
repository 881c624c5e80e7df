import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { isCompiled } from './lookup.ts';
import { ruleData } from './schema.ts';
import { siteState } from './state.ts';

/**
 * Feeds the catalog into the collection. Only MDX rules of trusted packs carry a file for Astro to compile;
 * every other body has been rendered by the pipeline.
 */
export function rulesLoader(): Loader {
	return {
		name: 'rulepress',
		load: async ({ store, parseData, config }) => {
			const root = fileURLToPath(config.root);
			store.clear();
			const { catalog, collected } = siteState();
			for (const rule of catalog.rules) {
				if (collected === 'compiled' && !isCompiled(rule)) continue;
				const data = await parseData({ id: rule.id, data: ruleData(rule) });
				const mdx = isCompiled(rule) ? { filePath: fromRoot(root, rule.file), deferredRender: true } : {};
				store.set({ id: rule.id, data, digest: rule.digest, ...mdx });
			}
		},
	};
}

function fromRoot(root: string, file: string): string {
	return relative(root, resolve(file)).split(sep).join('/');
}
