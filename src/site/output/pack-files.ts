import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { isPublishedImage } from '../../domain/images.ts';
import type { Catalog, Pack, Rule } from '../../domain/rule.ts';

/** Copies the images that rules show to their places below `out`. */
export async function copyPackFiles(catalog: Catalog, out: string): Promise<void> {
	await Promise.all([...shownImages(catalog)].map(([path, from]) => copyImage(from, join(out, path))));
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

async function copyImage(from: string, to: string): Promise<void> {
	await mkdir(dirname(to), { recursive: true });
	await copyFile(from, to);
}

function isBelow(folder: string, file: string): boolean {
	return file.startsWith(folder + sep);
}

/** The pack's folder on this machine: a rule knows its file and its path below the content folder, a pack only the latter: what both share is cut off. */
export function packFolder(rule: Rule, pack: Pack): string {
	const inside = pack.source === '' ? rule.source : rule.source.slice(pack.source.length + 1);
	return resolve(rule.file).slice(0, -inside.length - 1);
}
