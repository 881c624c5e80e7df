import { basename, join } from 'node:path';
import type { Config } from '../domain/config.ts';
import { findKey } from '../domain/config-text.ts';
import { compareDiagnostics, type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import { nearest } from '../domain/nearest.ts';
import { FILE_START, placeIn } from '../domain/place.ts';
import type { PackFolder, SourceFile } from '../domain/source.ts';
import { type ContentFolder, scanContentFolder } from './content-folder.ts';
import { isPackFile } from './pack-folders.ts';
import { namePacks, type PackName, type UnnamedPack, unusedPins } from './pack-names.ts';
import { nameOf } from './paths.ts';
import { shownPath } from './read.ts';
import { isRuleName } from './rule-files.ts';

export { ContentFolderError } from './content-folder.ts';

type UnfinishedPack = UnnamedPack & Omit<PackFolder, 'name' | 'trusted'>;

/**
 * Finds and reads all packs of `config.content`, in that order, then by path.
 * File names in the result are relative to `workingFolder` where that is near.
 * Throws `ContentFolderError` for a content folder that is not there; whatever is wrong below it becomes diagnostics.
 */
export async function loadPacks(
	config: Config,
	workingFolder: string,
): Promise<{ packs: PackFolder[]; diagnostics: Diagnostic[] }> {
	const unfinished: UnfinishedPack[] = [];
	const diagnostics = new Map<string, Diagnostic>();
	const claimed = new Set<string>();
	for (const content of config.content) {
		const folder = await scanContentFolder(content, new Set([config.out]), workingFolder);
		unfinished.push(...unclaimedPacks(folder, claimed, workingFolder));
		for (const one of obstacleDiagnostics(folder, workingFolder)) diagnostics.set(one.file, one);
	}
	const names = namePacks(unfinished, config.packNames, config.root);
	const packs = unfinished.map(({ content: _, ...pack }, index): PackFolder => {
		const { name, renamed } = names[index] as PackName;
		if (renamed !== null) {
			const other = shownPath(workingFolder, renamed.holder.absolute);
			const args = { name: renamed.wanted, other, given: name, source: renamed.pinKey };
			const file = standsFor(pack);
			diagnostics.set(`${file} renamed`, diagnostic('pack-renamed', file, FILE_START, args));
		}
		return { ...pack, name, trusted: config.trusted.includes(name) };
	});
	const found = [...diagnostics.values(), ...unusedNames(config, unfinished, workingFolder)];
	return { packs, diagnostics: found.sort(compareDiagnostics) };
}

/** Names that the config gives to no pack. They are no mistake while the command line names other content folders. */
function unusedNames(config: Config, packs: readonly UnnamedPack[], workingFolder: string): readonly Diagnostic[] {
	if (!config.ownContent || config.file === null) return [];
	const file = shownPath(workingFolder, config.file);
	const begin = findKey(config.text, 'packNames', 0)?.end ?? 0;
	return unusedPins(packs, config.packNames, config.root).map((folder) => {
		const start = findKey(config.text, folder, begin)?.start ?? 0;
		const near = nearest(
			folder,
			packs.map(({ source }) => source),
		);
		return diagnostic('pack-name-unused', file, placeIn(config.text, start), { folder, near });
	});
}

/** The packs with the rules that no content folder before has brought: folders may overlap or be given twice. */
function unclaimedPacks(folder: ContentFolder, claimed: Set<string>, workingFolder: string): readonly UnfinishedPack[] {
	const source = (path: string | null): SourceFile | null =>
		path === null ? null : (folder.sources.get(path) ?? null);
	return folder.packs.flatMap((pack) => {
		const unclaimed = pack.rules.filter((rule) => !claimed.has(join(folder.real, rule)));
		for (const rule of unclaimed) claimed.add(join(folder.real, rule));
		const absolute = join(folder.absolute, pack.folder);
		const one: UnfinishedPack = {
			content: folder.absolute,
			absolute,
			source: pack.folder,
			folderName: basename(absolute),
			folder: shownPath(workingFolder, absolute),
			rules: unclaimed.map(source).filter((rule) => rule !== null),
			sections: source(pack.sections),
			metadata: source(pack.metadata),
			skill: source(pack.skill),
			files: folder.files.get(pack.folder) ?? [],
		};
		return one.rules.length > 0 ? [one] : [];
	});
}

/** What could not be entered or read, if it may have held rules: an image that leads out is reported where it is shown. */
function obstacleDiagnostics(folder: ContentFolder, workingFolder: string): readonly Diagnostic[] {
	return folder.obstacles
		.filter(({ path, folder: isFolder }) => isFolder || isRuleName(nameOf(path)) || isPackFile(nameOf(path)))
		.map(({ path, reason }) => {
			const file = shownPath(workingFolder, join(folder.absolute, path));
			return diagnostic('file-unreadable', file, FILE_START, { reason });
		});
}

/** A file that editors can open, for what concerns the pack as a whole. */
function standsFor(pack: Omit<PackFolder, 'name' | 'trusted'>): string {
	return (pack.skill ?? pack.metadata ?? pack.sections ?? pack.rules[0])?.file ?? pack.folder;
}
