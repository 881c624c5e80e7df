import type { Config } from '../../domain/config.ts';
import { setSiteState } from '../state.ts';
import { compileTemplates } from './compile.ts';

/** The one message that this process gets; answered by `Compiled`. */
export interface Order {
	readonly config: Config;
	/** An existing folder. */
	readonly folder: string;
}

/** That it is done, or what it failed with. */
export type Compiled = { readonly done: true } | { readonly fault: unknown };

// Ctrl-C reaches all processes of a terminal; the one that has started this one decides what becomes of it.
process.on('SIGINT', () => undefined);
process.once('disconnect', () => process.exit());
process.once('message', async ({ config, folder }: Order) => {
	// Templates are compiled for any packs: pages read those while they are rendered.
	setSiteState({ catalog: { packs: [], rules: [], tags: [] }, config, live: false, collected: 'compiled' });
	try {
		await compileTemplates(config, folder);
		answer({ done: true });
	} catch (fault) {
		answer({ fault });
	}
});

/** Whoever asked may have gone meanwhile; then there is nobody to tell, and this process ends when it hears of it. */
function answer(compiled: Compiled): void {
	process.send?.(compiled, undefined, {}, () => undefined);
}
