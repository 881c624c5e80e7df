import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { isPublishedImage } from '../../domain/images.ts';
import type { Catalog, Pack, Rule } from '../../domain/rule.ts';
import { publishedImage } from '../../prepare/pack-images.ts';

/** Writes the images that rules show to their places below `out`: copies, but for pictures that could do more than be seen. */
export async function writePackFiles(catalog: Catalog, out: string): Promise<void> {
	const trusted = trustedPacks(catalog);
	await Promise.all(
		[...shownImages(catalog)].map(async ([path, from]) => {
			const to = join(out, path);
			await mkdir(dirname(to), { recursive: true });
			await writeFile(to, publishedImage(from, trusted.has(packOf(path))));
		}),
	);
}

/** An image as it is published at `path`, one of `shownImages`. */
export function packFile(catalog: Catalog, path: string, from: string): Uint8Array {
	return publishedImage(from, trustedPacks(catalog).has(packOf(path)));
}

function trustedPacks({ packs }: Catalog): ReadonlySet<string> {
	return new Set(packs.filter(({ trusted }) => trusted).map(({ name }) => name));
}

/** The pack in `pack-files/<pack>/…`. */
function packOf(path: string): string {
	return path.split('/')[1] ?? '';
}

/** `pack-files/<pack>/<path in the pack>` of each image that rules show → its absolute path. */
export function shownImages(catalog: Catalog): ReadonlyMap<string, string> {
	const packs = new Map(catalog.packs.map((pack) => [pack.name, pack]));
	const copies = new Map<string, string>();
	for (const rule of catalog.rules) {
		const pack = packs.get(rule.pack);
		if (pack === undefined) continue;
		for (const asset of rule.assets) {
			const from = join(packFolder(rule, pack), asset);
			if (isPublishedImage(from) && isBelow(packFolder(rule, pack), from)) {
				copies.set(`pack-files/${pack.name}/${asset}`, from);
			}
		}
	}
	return copies;
}

function isBelow(folder: string, file: string): boolean {
	return file.startsWith(folder + sep);
}

/** The pack's folder on this machine: a rule knows its file and its path below the content folder, a pack only the latter: what both share is cut off. */
export function packFolder(rule: Rule, pack: Pack): string {
	const inside = pack.source === '' ? rule.source : rule.source.slice(pack.source.length + 1);
	return resolve(rule.file).slice(0, -inside.length - 1);
}
