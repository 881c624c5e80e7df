import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

/** A folder of its own for one build, so that nothing half done is ever seen. */
export interface Stage {
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
	const folder = await mkdtemp(join(home, 'site-'));
	const [pages, beside, workshop] = [join(folder, 'pages'), join(folder, 'beside'), join(folder, 'workshop')];
	await Promise.all([mkdir(pages), mkdir(beside), mkdir(workshop)]);
	// After a failure, pages that were being written may still arrive.
	const clear = () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
	return { pages, beside, workshop, clear };
}

/** Moves what lies in `from` into `into`; what is there already stays. */
export async function mergeInto(from: string, into: string): Promise<void> {
	for (const entry of await readdir(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(into, entry.name)];
		const there = await exists(target);
		if (!there) await rename(source, target);
		else if (entry.isDirectory()) await mergeInto(source, target);
	}
}

/**
 * Puts the finished folder in the place of `out`, by renaming: whoever serves `out` sees the old site or the new one.
 * When anything fails, the old site is in its place again.
 */
export async function swapIn(finished: string, out: string): Promise<void> {
	const incoming = join(dirname(out), `.${basename(out)}.incoming-${process.pid}`);
	const aside = join(dirname(out), `.${basename(out)}.previous-${process.pid}`);
	await mkdir(dirname(out), { recursive: true });
	try {
		await move(finished, incoming);
		const replaces = await exists(out);
		if (replaces) await rename(out, aside);
		try {
			await rename(incoming, out);
		} catch (error) {
			if (replaces) await rename(aside, out);
			throw error;
		}
	} finally {
		await rm(incoming, { recursive: true, force: true });
		if (await exists(out)) await rm(aside, { recursive: true, force: true });
	}
}

/** Renames, or copies when the target is on another disk. */
async function move(from: string, to: string): Promise<void> {
	try {
		await rename(from, to);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
		await cp(from, to, { recursive: true });
	}
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}
