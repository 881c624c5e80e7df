import { join } from 'node:path';
import type { Catalog, Rule } from '../../domain/rule.ts';
import { makeStage, type Stage } from '../output/stage.ts';
import { type SiteState, setSiteState } from '../state.ts';
import { compileTemplates } from '../templates/compile.ts';
import { loadRenderer } from '../templates/renderer.ts';
import { keptTemplates } from '../templates/store.ts';
import type { Templates } from './live-site.ts';

/** Compiles templates as far as a state asks for it. */
export interface LiveTemplates {
	/** Whether templates made now would be others than the last. */
	readonly isStale: (state: SiteState, scan: number) => boolean;
	/** Makes the state the one that is rendered. Throws what Astro throws; the state is then the one before. */
	readonly make: (state: SiteState, scan: number) => Promise<Templates>;
	readonly stop: () => Promise<void>;
}

/**
 * Templates are compiled once, but for MDX: Astro compiles that with them, so it is compiled again whenever such a rule or
 * anything that it may import has changed. `scan` is another number after every reading of all folders.
 */
export function liveTemplates(): LiveTemplates {
	let last: string | null = null;
	let before: SiteState | null = null;
	let stage: Stage | null = null;
	return {
		isStale: (state, scan) => keyOf(state, scan) !== last,
		make: async (state, scan) => {
			const fresh = await makeStage(state.config.root);
			setSiteState(state);
			try {
				const isKept = compiledRules(state.catalog).length === 0;
				if (!isKept) await compileTemplates(state.config, fresh.workshop);
				const folder = isKept ? await keptTemplates(state.config, fresh.workshop) : fresh.workshop;
				const templates = { renderer: await loadRenderer(folder), client: join(folder, 'client') };
				await stage?.clear();
				stage = fresh;
				[last, before] = [keyOf(state, scan), state];
				return templates;
			} catch (error) {
				await fresh.clear();
				if (before !== null) setSiteState(before);
				throw error;
			}
		},
		stop: async () => stage?.clear(),
	};
}

function keyOf({ catalog, config }: SiteState, scan: number): string {
	const compiled = compiledRules(catalog).map(({ file, digest }) => [file, digest]);
	return JSON.stringify([config.base, config.site, compiled, compiled.length === 0 ? 0 : scan]);
}

function compiledRules({ packs, rules }: Catalog): readonly Rule[] {
	const trusted = new Set(packs.filter((pack) => pack.trusted).map(({ name }) => name));
	return trusted.size === 0 ? [] : rules.filter(({ mdx, pack }) => mdx && trusted.has(pack));
}
