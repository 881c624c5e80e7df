import type { Config } from '../domain/config.ts';
import type { PackFolder } from '../domain/source.ts';
import { openCache } from './cache.ts';
import { type EarlyThread, startEarly } from './early-thread.ts';
import { prepareAll, type Work } from './pool.ts';
import type { PreparedRule } from './prepare-rule.ts';
import { mapSite, posix, type SiteMap } from './site-map.ts';

export interface PrepareOptions {
	readonly config: Config;
	/** False when only the checks are wanted: rules then have no HTML. */
	readonly render: boolean;
	/** True when something has most likely changed: a thread gets ready to prepare it while earlier results are read. */
	readonly early?: boolean;
	/** Told how many rules are done. */
	readonly done: (rules: number) => void;
}

/**
 * Prepares every rule of every pack; the result has a row for each pack, a place for each of its files.
 * A link counts as good while its target may be a rule. Files turn out to be none only on the way,
 * so the few rules that link to one are prepared a second time.
 */
export async function preparePacks(packs: readonly PackFolder[], options: PrepareOptions): Promise<PreparedRule[][]> {
	const first = await prepareWith(packs, new Set(), options);
	const notRules = new Set<string>();
	for (const [index, pack] of packs.entries()) {
		for (const [at, source] of pack.rules.entries()) {
			if (first[index]?.[at]?.rule === null) notRules.add(source.absolute);
		}
	}
	const missing = new Set([...notRules].map(posix));
	const isLinked = first.some((row) => row.some(({ asked }) => asked.some((path) => missing.has(path))));
	return isLinked ? prepareWith(packs, notRules, options) : first;
}

async function prepareWith(
	packs: readonly PackFolder[],
	notRules: ReadonlySet<string>,
	options: PrepareOptions,
): Promise<PreparedRule[][]> {
	const map = mapSite(packs, notRules);
	const early = options.early === true ? startEarly({ map, render: options.render }) : null;
	try {
		return await prepareOn(map, packs, early, options);
	} finally {
		early?.end();
	}
}

async function prepareOn(
	map: SiteMap,
	packs: readonly PackFolder[],
	early: EarlyThread | null,
	{ config, render, done }: PrepareOptions,
): Promise<PreparedRule[][]> {
	const cache = await openCache(config, map, render);
	const parts = packs.map(({ name, absolute, trusted }) => ({ name, absolute, trusted }));
	const rows = await Promise.all(packs.map((pack, index) => cache.read(parts[index] ?? pack, pack.rules)));
	const known = rows.flat().filter((prepared) => prepared !== undefined).length;
	const work: Work[] = [];
	const places: { row: number; at: number[] }[] = [];
	for (const [row, pack] of packs.entries()) {
		const at = pack.rules.flatMap((_, index) => (rows[row]?.[index] === undefined ? [index] : []));
		const sources = at.flatMap((index) => pack.rules[index] ?? []);
		if (sources.length > 0) {
			work.push({ pack: parts[row] ?? pack, sources });
			places.push({ row, at });
		}
	}
	done(known);
	await prepareAll(work, {
		map,
		render,
		early,
		done: (rules) => done(known + rules),
		// At once, while the other packs are prepared: what is written takes as much memory again.
		finished: async (number, prepared) => {
			const { row, at } = places[number] ?? { row: -1, at: [] };
			const [target, pack] = [rows[row], packs[row]];
			if (target === undefined || pack === undefined) return;
			for (const [index, place] of at.entries()) target[place] = prepared[index];
			await cache.write(parts[row] ?? pack, pack.rules, definedOf(target));
		},
	});
	return rows.map(definedOf);
}

function definedOf(row: readonly (PreparedRule | undefined)[]): PreparedRule[] {
	return row.filter((prepared) => prepared !== undefined);
}
