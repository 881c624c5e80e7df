import type { PackFolder } from '../domain/source.ts';
import { createHighlighter } from '../render/highlight.ts';
import { type PreparedRule, prepareRule } from './prepare-rule.ts';
import { type SentResults, toSend } from './sent-results.ts';
import type { SiteMap } from './site-map.ts';

/** The first message that a worker gets. */
export interface WorkerStart {
	readonly map: SiteMap;
	readonly render: boolean;
}

/** Some rules of one pack; answered by `JobDone`. */
export interface Job {
	readonly pack: Pick<PackFolder, 'name' | 'absolute' | 'trusted'>;
	readonly sources: PackFolder['rules'];
}

/** As many results as the job has rules, in the same order; or what a fault of this program threw. */
export type JobDone = SentResults | { readonly fault: unknown };

// Ctrl-C reaches all processes of a terminal; the one that has started this one decides what becomes of it.
process.on('SIGINT', () => undefined);
process.once('disconnect', () => process.exit());
process.once('message', async ({ map, render }: WorkerStart) => {
	const ready = render ? createHighlighter() : Promise.resolve(null);
	process.on('message', async ({ pack, sources }: Job) => {
		try {
			const highlighter = await ready;
			const results: PreparedRule[] = [];
			for (const source of sources) results.push(await prepareRule(source, { pack, map, highlighter }));
			answer(toSend(results));
		} catch (fault) {
			answer({ fault });
		}
	});
});

/** Whoever asked may have gone meanwhile; then there is nobody to tell, and this process ends when it hears of it. */
function answer(done: JobDone): void {
	process.send?.(done, undefined, {}, () => undefined);
}
