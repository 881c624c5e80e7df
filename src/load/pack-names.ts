import { basename, dirname, relative } from 'node:path';
import { idSegment } from '../domain/ids.ts';
import { isNameless } from './pack-folders.ts';
import { toPosix } from './read.ts';

/** A pack that waits for its name. */
export interface UnnamedPack {
	/** Absolute path of the content folder. */
	readonly content: string;
	/** Absolute path of the pack. */
	readonly absolute: string;
	/** Relative to the content folder, POSIX; '' for the content folder itself. */
	readonly source: string;
}

export interface PackName {
	readonly name: string;
	/** Set when another pack had the name first. */
	readonly renamed: { readonly wanted: string; readonly holder: UnnamedPack; readonly pinKey: string } | null;
}

/**
 * Gives every pack a name of its own, compared without case since addresses become files on case-blind disks.
 * A pinned pack keeps its pin; then the first pack of a name keeps it; a later one is called `<collection>-<name>`.
 * `pins` are the config's `packNames`: keys are relative to the content folder or to `configRoot`.
 */
export function namePacks(
	packs: readonly UnnamedPack[],
	pins: Readonly<Record<string, string>>,
	configRoot: string,
): readonly PackName[] {
	const pinned = new Map(Object.entries(pins).map(([key, name]) => [cleanKey(key), name]));
	const holders = new Map<string, UnnamedPack>();
	const names = new Map<UnnamedPack, string>();
	const take = (pack: UnnamedPack, name: string): boolean => {
		if (holders.has(name.toLowerCase())) return false;
		holders.set(name.toLowerCase(), pack);
		names.set(pack, name);
		return true;
	};

	const fromRoot = (pack: UnnamedPack): string => toPosix(relative(configRoot, pack.absolute));
	const pinOf = (pack: UnnamedPack): string | undefined => pinned.get(fromRoot(pack)) ?? pinned.get(pack.source);
	for (const pack of packs) {
		const pin = pinOf(pack);
		if (pin !== undefined) take(pack, pin);
	}
	for (const pack of packs) if (!names.has(pack)) take(pack, pinOf(pack) ?? ownName(pack));

	const sources = new Map<string, number>();
	for (const { source } of packs) sources.set(source, (sources.get(source) ?? 0) + 1);
	return packs.map((pack) => {
		const kept = names.get(pack);
		if (kept !== undefined) return { name: kept, renamed: null };
		const wanted = pinOf(pack) ?? ownName(pack);
		let name = wanted;
		for (const candidate of distinctNames(pack, wanted)) {
			name = candidate;
			if (take(pack, candidate)) break;
		}
		const holder = holders.get(wanted.toLowerCase()) ?? pack;
		const isPlain = pack.source !== '' && sources.get(pack.source) === 1;
		return { name, renamed: { wanted, holder, pinKey: isPlain ? pack.source : fromRoot(pack) } };
	});
}

/** The keys of `packNames` at which no pack lies, as they are written. */
export function unusedPins(
	packs: readonly UnnamedPack[],
	pins: Readonly<Record<string, string>>,
	configRoot: string,
): readonly string[] {
	const folders = new Set(packs.flatMap(({ absolute, source }) => [source, toPosix(relative(configRoot, absolute))]));
	return Object.keys(pins).filter((key) => !folders.has(cleanKey(key)));
}

function cleanKey(key: string): string {
	return key.replaceAll('\\', '/').replace(/^(?:\.\/)+|(?<!\/)\/+$/g, '');
}

/** The folder's name; the nearest telling name above when the content folder itself is called `rules` or the like. */
function ownName(pack: UnnamedPack): string {
	let folder = pack.absolute;
	while (isNameless(basename(folder)) && dirname(folder) !== folder && basename(dirname(folder)) !== '') {
		folder = dirname(folder);
	}
	return idSegment(basename(folder));
}

/** `<collection>-<name>`, then with the folders nearer to the pack, then with a number: as many as it takes. */
function* distinctNames(pack: UnnamedPack, wanted: string): Generator<string> {
	const above = pack.source.split('/').slice(0, -1);
	const home = pack.source === '' ? basename(dirname(pack.content)) : basename(pack.content);
	for (const collection of [...above, home]) yield idSegment(`${idSegment(collection)}-${wanted}`);
	const first = idSegment(above[0] ?? home);
	for (let number = 2; ; number++) yield `${idSegment(`${first}-${wanted}`)}-${number}`;
}
