import { stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../../domain/config.ts';
import type { LivePacks } from '../../live.ts';
import { isToolFolder } from '../../load/walk.ts';

/** What a number of changes asks for. */
export type Change =
	| { readonly kind: 'nothing' }
	/** These known files have other bytes, as far as is known. */
	| { readonly kind: 'rules'; readonly files: readonly string[] }
	| { readonly kind: 'everything' };

/** What editors leave beside a file while it is open or written. */
const TEMPORARY = /^(?:\.#.*|#.*#|4913|\..*\.sw[a-z]|\.goutputstream-.*|.*~|.*\.(?:tmp|temp|bak)|\.DS_Store)$/;
/** An editor that takes a file away to put another in its place, or empties it to write it anew, is done by then. */
const SETTLED_MS = 200;
const LOOK_MS = 10;

/** Tells what to do about paths that may have changed. Waits for files that are gone or empty at this moment. */
export async function changeOf(paths: readonly string[], live: LivePacks): Promise<Change> {
	const files = paths.filter((path) => live.isKnown(path));
	const others = paths.filter((path) => !live.isKnown(path) && mayConcern(path, live.config()));
	const concern = await Promise.all(others.map((path) => concerns(path, live)));
	const isMore = concern.includes(true) || (await Promise.all(files.map(isWritten))).includes(false);
	if (isMore) return { kind: 'everything' };
	return files.length === 0 ? { kind: 'nothing' } : { kind: 'rules', files };
}

function mayConcern(path: string, { content, out }: Config): boolean {
	if (path === out || TEMPORARY.test(basename(path)) || isToolFolder(basename(path))) return false;
	return content.some((folder) => path === folder || path.startsWith(folder + sep));
}

async function isWritten(path: string): Promise<boolean> {
	for (let waited = 0; waited < SETTLED_MS; waited += LOOK_MS) {
		const found = await stat(path).catch(() => null);
		if (found !== null && found.size > 0) return found.isFile();
		await pause(LOOK_MS);
	}
	return false;
}

/** Whether the path is there now, or was there when the packs were read. */
async function concerns(path: string, live: LivePacks): Promise<boolean> {
	if ((await stat(path).catch(() => null)) !== null) return true;
	return live.packs().some(({ absolute, files }) => {
		if (absolute === path || absolute.startsWith(path + sep)) return true;
		if (!path.startsWith(absolute + sep)) return false;
		return files.some((file) => {
			const known = join(absolute, file);
			return known === path || known.startsWith(path + sep);
		});
	});
}
