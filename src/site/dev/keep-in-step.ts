import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DevRequest } from '../../domain/commands.ts';
import type { Config } from '../../domain/config.ts';
import type { LivePacks } from '../../live.ts';
import { CONFIG_FILE } from '../../load/config.ts';
import { ContentFolderError } from '../../load/packs.ts';
import { changeOf } from './changes.ts';
import { type FolderWatch, watchFolders } from './folder-watch.ts';

/** What has become of a number of changes. */
export interface Step {
	/** True when all has been read anew. */
	readonly scanned: boolean;
	/** False while it is still to be found out what the changes mean to other rules. */
	readonly settled: boolean;
}

export interface StepOptions {
	readonly request: DevRequest;
	readonly live: LivePacks;
	/** Shows what the packs hold now. */
	readonly onStep: (step: Step) => Promise<void>;
	/** What keeps the site from following the disk, in words; null when it follows again. */
	readonly onTrouble: (message: string | null) => Promise<void>;
}

export interface InStep {
	/** Does something between two changes. */
	readonly between: (work: () => Promise<void>) => void;
	readonly stop: () => Promise<void>;
}

/** An editor writes a file in several steps, and a checkout many files; they make one change. */
const QUIET_MS = 15;
const LONGEST_MS = 300;
/** So long the page that somebody looks at has the machine for itself: to fetch the change, and to show it. */
const SETTLE_MS = 400;
const AGAIN_MS = 1000;

/** Follows every change of the content folders and of the config, one after the other. */
export async function keepInStep({ request, live, onStep, onTrouble }: StepOptions): Promise<InStep> {
	let changed = new Set<string>();
	let lastChange = 0;
	let waiting = false;
	let unsettled = false;
	let stopped = false;
	let turn: Promise<void> = Promise.resolve();
	let trouble: string | null = null;
	let watching = await watchAll();

	function between(work: () => Promise<void>): void {
		turn = turn.then(async () => {
			if (!stopped) await work().catch(fail);
		});
	}

	async function fail(error: unknown): Promise<void> {
		const message = error instanceof Error ? error.message : String(error);
		if (message !== trouble) request.say(message);
		trouble = message;
		await onTrouble(message).catch((other: unknown) => request.say(String(other)));
		// A folder that is gone cannot be watched for coming back.
		if (error instanceof ContentFolderError) setTimeout(() => between(() => rescan(false)), AGAIN_MS);
	}

	function onChange(path: string): void {
		changed.add(path);
		lastChange = Date.now();
		if (waiting) return;
		waiting = true;
		between(follow);
	}

	async function follow(): Promise<void> {
		const start = Date.now();
		while (Date.now() - lastChange < QUIET_MS && Date.now() - start < LONGEST_MS) await pause(QUIET_MS / 3);
		const paths = changed;
		changed = new Set();
		waiting = false;
		if (paths.has(configFile(live.config()))) return rescan(true);
		const change = await changeOf([...paths], live);
		if (change.kind === 'everything') return rescan(false);
		if (change.kind === 'nothing') return;
		const found = await live.reread(change.files);
		if (found === 'more') return rescan(false);
		await done({ scanned: false, settled: found === 'settled' });
	}

	async function rescan(withConfig: boolean): Promise<void> {
		await watching.refresh();
		const before = live.config();
		await live.rescan(withConfig ? await request.reconfigure() : before);
		if (withConfig) {
			watching.stop();
			watching = await watchAll();
		}
		await done({ scanned: true, settled: true });
	}

	async function done(step: Step): Promise<void> {
		if (trouble !== null) await onTrouble(null);
		trouble = null;
		await onStep(step);
		if (step.settled || unsettled) return;
		unsettled = true;
		// Whatever is changed meanwhile comes first.
		setTimeout(() => between(settle), SETTLE_MS);
	}

	async function settle(): Promise<void> {
		unsettled = false;
		await live.settle();
		await onStep({ scanned: false, settled: true });
	}

	async function watchAll(): Promise<FolderWatch> {
		const config = live.config();
		return watchFolders({
			folders: config.content,
			files: [configFile(config), ...config.content],
			skip: new Set([config.out]),
			onChange,
			onPolling: () => request.say('The system has no watches left: looking for changed files every second instead'),
		});
	}

	return {
		between,
		stop: async () => {
			stopped = true;
			watching.stop();
			await turn;
		},
	};
}

/** The config's file, or where it would be. */
function configFile({ file, root }: Config): string {
	return file ?? join(root, CONFIG_FILE);
}
