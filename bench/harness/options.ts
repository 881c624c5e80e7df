import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './project.ts';

/** Where the packs lie that the figures of the documents are from. They are not part of this project. */
const PACKS = '../shared/packs/pproenca+dot-skills';

export interface Options {
	/** The folder of packs. */
	readonly packs: string;
	readonly runs: number;
	/** As many whole packs are taken as hold this many rules; null for all. */
	readonly limit: number | null;
	/** Whether the results go into the documents: not those of a trial. */
	readonly record: boolean;
	/** Names of contestants to leave out. */
	readonly without: readonly string[];
}

export const USAGE = [
	`  --packs <folder>    packs to measure with; without it, ${PACKS}`,
	'  --runs <number>     runs of each contestant, which take turns (3)',
	'  --limit <rules>     only the first packs, as many as hold that many rules; for trying',
	'  --without <name>    leaves a contestant out, such as starlight; may be repeated',
	'  --no-record         prints the results and leaves the documents as they are; so do --packs and --limit',
].join('\n');

/** Reads the arguments of a benchmark. Ends the program with 2 when they are wrong or the packs are not there. */
export function readOptions(needsPacks = true): Options {
	const { values } = parsed();
	const packs = resolve(values.packs ?? join(ROOT, PACKS));
	if (needsPacks && !existsSync(packs))
		leave(`The packs are not there: ${packs}\nName a folder of packs with --packs <folder>.`);
	return {
		packs,
		runs: positive('--runs', values.runs ?? '3'),
		limit: values.limit === undefined ? null : positive('--limit', values.limit),
		record: ![values.packs, values.limit, values['no-record']].some((value) => value !== undefined),
		without: values.without ?? [],
	};
}

function parsed() {
	try {
		return parseArgs({
			options: {
				packs: { type: 'string' },
				runs: { type: 'string' },
				limit: { type: 'string' },
				without: { type: 'string', multiple: true },
				'no-record': { type: 'boolean' },
			},
		});
	} catch (error) {
		return leave(`${error instanceof Error ? error.message : error}\n${USAGE}`);
	}
}

function positive(name: string, text: string): number {
	const value = Number(text);
	return Number.isInteger(value) && value > 0 ? value : leave(`${name} takes a number above 0, not ${text}`);
}

/** Ends the program with 2: it could not run. */
export function leave(message: string): never {
	console.error(message);
	process.exit(2);
}

/** Says on the error stream what is going on; the results alone go to the other one. */
export function say(message: string): void {
	console.error(`${new Date().toTimeString().slice(0, 8)} ${message}`);
}
