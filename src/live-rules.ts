import { severityOf } from './domain/diagnostics.ts';
import type { PackFolder, SourceFile } from './domain/source.ts';
import { prepareAll, type Work } from './prepare/pool.ts';
import type { PreparedRule } from './prepare/prepare-rule.ts';
import { mapSite, posix, type SiteMap } from './prepare/site-map.ts';

/** The rules of a run, kept prepared from one change to the next. */
export interface LiveRules {
	/** The prepared rule of a file; undefined for one that is not known. */
	readonly of: (absolute: string) => PreparedRule | undefined;
	/**
	 * All rules of these packs, a row for each: what neither a file nor the goals of its links have changed is not prepared
	 * again. Links to files in `kept` count as good, even while those have an error: their pages are still shown.
	 */
	readonly prepare: (packs: readonly PackFolder[], kept: ReadonlySet<string>) => Promise<PreparedRule[][]>;
	/** Prepares one file as if nothing else had changed since the last `prepare`. */
	readonly prepareOne: (pack: PackFolder, source: SourceFile) => Promise<PreparedRule>;
}

interface Known {
	readonly source: SourceFile;
	readonly pack: string;
	/** What the rule's links were looked up as, and the address found then (null: none). */
	readonly targets: readonly (readonly [path: string, address: string | null])[];
	readonly prepared: PreparedRule;
}

/** Begins with what `preparePacks` has made of these packs. */
export function liveRules(packs: readonly PackFolder[], first: readonly (readonly PreparedRule[])[]): LiveRules {
	let known = new Map<string, Known>();
	let missing = new Set<string>();
	for (const [row, pack] of packs.entries()) {
		for (const [at, source] of pack.rules.entries()) if (first[row]?.[at]?.rule === null) missing.add(source.absolute);
	}
	let map = mapSite(packs, missing);
	for (const [row, pack] of packs.entries()) {
		for (const [at, source] of pack.rules.entries()) {
			const prepared = first[row]?.[at];
			if (prepared !== undefined) remember(pack, source, prepared);
		}
	}

	function remember(pack: PackFolder, source: SourceFile, prepared: PreparedRule): void {
		const targets = prepared.asked.map((path) => [path, addressIn(map, path)] as const);
		known.set(source.absolute, { source, pack: identityOf(pack), targets, prepared });
	}

	function holds(pack: PackFolder, source: SourceFile): boolean {
		const one = known.get(source.absolute);
		return (
			one !== undefined &&
			one.source.digest === source.digest &&
			one.source.file === source.file &&
			one.source.source === source.source &&
			one.source.fault === null &&
			source.fault === null &&
			one.pack === identityOf(pack) &&
			one.targets.every(([path, address]) => addressIn(map, path) === address)
		);
	}

	async function prepareStale(packs: readonly PackFolder[]): Promise<void> {
		const stale = packs.map((pack) => ({ pack, sources: pack.rules.filter((source) => !holds(pack, source)) }));
		const work = stale.filter(({ sources }) => sources.length > 0);
		const parts = work.map(({ pack, sources }): Work => ({ pack: partOf(pack), sources }));
		const rows = await prepareAll(parts, { map, render: true, done: () => {} });
		for (const [row, { pack, sources }] of work.entries()) {
			for (const [at, source] of sources.entries()) {
				const prepared = rows[row]?.[at];
				if (prepared !== undefined) remember(pack, source, prepared);
			}
		}
	}

	return {
		of: (absolute) => known.get(absolute)?.prepared,
		prepare: async (packs, kept) => {
			const files = new Set(packs.flatMap(({ rules }) => rules.map(({ absolute }) => absolute)));
			known = new Map([...known].filter(([absolute]) => files.has(absolute)));
			missing = new Set([...missing].filter((absolute) => files.has(absolute)));
			// Whether a file is a rule does not depend on links, so the second round at the latest changes nothing more.
			for (;;) {
				map = mapSite(packs, missing);
				await prepareStale(packs);
				const now = [...files].filter((file) => {
					const prepared = known.get(file)?.prepared;
					return prepared?.rule === null && !(kept.has(file) && hasError(prepared));
				});
				if (now.length === missing.size && now.every((file) => missing.has(file))) break;
				missing = new Set(now);
			}
			return packs.map(({ rules }) => rules.flatMap(({ absolute }) => known.get(absolute)?.prepared ?? []));
		},
		prepareOne: async (pack, source) => {
			const [[prepared] = []] = await prepareAll([{ pack: partOf(pack), sources: [source] }], {
				map,
				render: true,
				done: () => {},
			});
			if (prepared === undefined) throw new Error(`${source.file} was not prepared`);
			remember(pack, source, prepared);
			return prepared;
		},
	};
}

export function hasError({ diagnostics }: PreparedRule): boolean {
	return diagnostics.some(({ code }) => severityOf(code) === 'error');
}

function partOf({ name, absolute, trusted }: PackFolder): Work['pack'] {
	return { name, absolute, trusted };
}

function identityOf({ name, absolute, trusted }: PackFolder): string {
	return JSON.stringify([name, posix(absolute), trusted]);
}

function addressIn(map: SiteMap, path: string): string | null {
	return map.pages.get(path) ?? map.files.get(path) ?? null;
}
