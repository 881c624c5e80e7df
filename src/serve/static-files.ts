import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sitePath } from './site-path.ts';
import type { SiteSource, Target } from './site-source.ts';

const ATTEMPTS = 5;
const PAUSE = 20;
const NOTHING: Target = { kind: 'nothing' };

/** The built site in `folder`, below `base`. */
export function builtSite(folder: string, base: string): SiteSource {
	return {
		base: () => base,
		find: (path) => unlessSwapped(folder, () => findFile(folder, base, path)),
		notFound: () => unlessSwapped(folder, () => fileWithin(folder, join(folder, '404.html'))),
	};
}

/** While a build swaps the site, no folder has its name for a moment: that nothing is found means something only when it stood still. */
async function unlessSwapped(folder: string, look: () => Promise<Target>): Promise<Target> {
	let target = await look();
	for (let attempt = 0; target.kind === 'nothing' && attempt < ATTEMPTS; attempt++) {
		const before = await numberOf(folder);
		target = await look();
		if (before !== null && before === (await numberOf(folder))) break;
		await wait(PAUSE);
	}
	return target;
}

async function numberOf(folder: string): Promise<number | null> {
	return stat(folder).then(
		({ ino }) => ino,
		() => null,
	);
}

async function findFile(folder: string, base: string, path: string): Promise<Target> {
	const asked = sitePath(base, path);
	if (asked.kind !== 'inside') return asked;
	const place = join(folder, ...asked.segments);
	const found = await stat(place).catch(() => null);
	if (found === null) return NOTHING;
	if (!found.isDirectory()) return asked.slash ? NOTHING : await fileWithin(folder, place);
	const page = await fileWithin(folder, join(place, 'index.html'));
	return page.kind === 'file' && !asked.slash ? { kind: 'redirect', path: `${path}/` } : page;
}

/** A regular file that really lies below the folder, wherever symbolic links lead. */
export async function fileWithin(folder: string, file: string): Promise<Target> {
	try {
		const [root, real] = await Promise.all([realpath(folder), realpath(file)]);
		const found = await stat(real);
		if (!found.isFile() || !real.startsWith(root + sep)) return NOTHING;
		return { kind: 'file', folder, file: real, size: found.size, changed: found.mtime };
	} catch {
		return NOTHING;
	}
}
