import { packFilePath, packPath, rulePath, stemOf } from '../domain/ids.ts';
import type { PackFolder } from '../domain/source.ts';

/** What stands where: which file is which page. Plain data, so that it can be handed to a worker. */
export interface SiteMap {
	/** Absolute path of a file or folder (POSIX slashes) → the address of the page it became, without base. */
	readonly pages: ReadonlyMap<string, string>;
	/** Absolute paths of all files of all packs → the address under which the file would be published. */
	readonly files: ReadonlyMap<string, string>;
}

/** Addresses of everything in the packs. `notPublished`: files that turned out to be no rules. */
export function mapSite(packs: readonly PackFolder[], notPublished: ReadonlySet<string>): SiteMap {
	const pages = new Map<string, string>();
	const files = new Map<string, string>();
	for (const pack of packs) {
		const folder = posix(pack.absolute);
		const home = packPath(pack.name);
		for (const path of pack.files) {
			files.set(`${folder}/${path}`, packFilePath(pack.name, path));
		}
		pages.set(folder, home);
		for (const source of [pack.skill, pack.sections, pack.metadata]) {
			if (source) pages.set(posix(source.absolute), home);
		}
		for (const source of pack.rules) {
			const path = posix(source.absolute);
			const ruleFolder = path.slice(0, path.lastIndexOf('/'));
			if (!pages.has(ruleFolder)) pages.set(ruleFolder, home);
			if (!notPublished.has(source.absolute)) pages.set(path, rulePath(pack.name, stemOf(source.source)));
		}
	}
	return { pages, files };
}

export function posix(path: string): string {
	return path.replaceAll('\\', '/');
}
