import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { isAlive, placeName } from './lock.ts';

/** A folder of its own for one build, so that nothing half done is ever seen. */
export interface Stage {
	/** The folder that holds those below, and nothing else. */
	readonly folder: string;
	readonly pages: string;
	readonly beside: string;
	/** For what is needed only while the site is made. */
	readonly workshop: string;
	/** Removes all that is left of the stage. */
	readonly clear: () => Promise<void>;
}

/**
 * The project's `.rulepress`. Astro insists on working below the working folder and would leave files of its own there
 * otherwise, so a project elsewhere has its folder there too.
 */
export function keptFolder(root: string): string {
	const working = process.cwd();
	return join(root === working || root.startsWith(working + sep) ? root : working, '.rulepress');
}

/** Makes a stage in the folder that is kept for the project. */
export async function makeStage(root: string): Promise<Stage> {
	const home = keptFolder(root);
	await mkdir(home, { recursive: true });
	await removeLeftStages(root);
	const folder = await mkdtemp(join(home, `site-${placeName()}-${process.pid}-`));
	inUse.add(basename(folder));
	const [pages, beside, workshop] = [join(folder, 'pages'), join(folder, 'beside'), join(folder, 'workshop')];
	await Promise.all([mkdir(pages), mkdir(beside), mkdir(workshop)]);
	// After a failure, pages that were being written may still arrive.
	const clear = async () => {
		await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
		inUse.delete(basename(folder));
	};
	return { folder, pages, beside, workshop, clear };
}

/** Stages of this process. In a container, each run may have the number of the one that was killed before it. */
const inUse = new Set<string>();

const NAME = /^site-([\da-f]{8})-(\d+)-/;
const DAY = 86_400_000;

/** Removes the stages of runs that were killed; of those on another machine, what no clock makes younger than a day. */
export async function removeLeftStages(root: string): Promise<void> {
	const home = keptFolder(root);
	for (const name of await readdir(home).catch(() => [])) {
		const [, place, pid] = NAME.exec(name) ?? [];
		if (place === undefined || inUse.has(name)) continue;
		const isLeft =
			place === placeName() ? Number(pid) === process.pid || !isAlive(Number(pid)) : await isOld(join(home, name));
		if (isLeft) await rm(join(home, name), { recursive: true, force: true });
	}
}

async function isOld(folder: string): Promise<boolean> {
	const found = await stat(folder).catch(() => null);
	return found !== null && Math.abs(Date.now() - found.mtimeMs) > DAY;
}
