import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Content, copyContent } from '../harness/content.ts';
import { type Options, say } from '../harness/options.ts';
import { CACHE } from '../harness/project.ts';
import type { Contestant, Enter } from './contestant.ts';
import { enterHugo } from './hugo.ts';
import { enterRulepress } from './rulepress.ts';
import { enterStarlight } from './starlight.ts';

const ENTRIES: Readonly<Record<string, Enter>> = {
	rulepress: enterRulepress,
	starlight: enterStarlight,
	hugo: enterHugo,
};

/** A place to work in, the packs, and all who are ready. */
export interface Field {
	readonly content: Content;
	readonly contestants: readonly Contestant[];
	/** Who could not be made ready, and why. */
	readonly absent: ReadonlyMap<string, string>;
}

/** Makes an empty folder for a benchmark and removes it afterwards, whatever happens. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
	await mkdir(CACHE, { recursive: true });
	const folder = await mkdtemp(join(tmpdir(), 'rulepress-bench-'));
	// For who is stopped: `finally` is not reached then.
	process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	try {
		return await work(folder);
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** Copies the packs and makes the named contestants ready. One that cannot be is absent, and the others go on. */
export async function enterAll(options: Options, folder: string, names = Object.keys(ENTRIES)): Promise<Field> {
	say(`Copying ${options.packs}`);
	const content = await copyContent(options.packs, join(folder, 'packs'), options.limit);
	const contestants: Contestant[] = [];
	const absent = new Map<string, string>();
	for (const name of names) {
		const enter = ENTRIES[name];
		if (enter === undefined) continue;
		if (options.without.includes(name)) {
			absent.set(name, 'it was left out of this run');
			continue;
		}
		say(`Making ${name} ready`);
		const home = join(folder, name);
		await mkdir(home);
		try {
			contestants.push(await enter(content, home));
		} catch (error) {
			absent.set(name, error instanceof Error ? error.message : String(error));
			say(`${name} is absent: ${absent.get(name)}`);
		}
	}
	return { content, contestants, absent };
}
