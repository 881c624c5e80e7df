/** Which values of a facet each rule has: rule `r` has `items[offsets[r]]` up to, not including, `items[offsets[r + 1]]`. */
export interface FacetColumn {
	/** How many values the facet has; every item is below it. */
	readonly size: number;
	readonly offsets: Uint32Array;
	readonly items: Uint32Array;
}

/** What a reader chose in one facet. A rule passes when it has an included value (or none is included) and no excluded one. */
export interface Choice {
	readonly include: ReadonlySet<number>;
	readonly exclude: ReadonlySet<number>;
}

export interface Filtered {
	/** 1 for each rule that passes everything. */
	readonly passes: Uint8Array;
	readonly total: number;
	/** Per column and value: how many rules have the value and pass everything but the column's own choice. */
	readonly counts: readonly Uint32Array[];
}

const WANTED = 1;
const UNWANTED = 2;

/** Packs a list of values per rule into a column. */
export function column(size: number, valuesOf: readonly (readonly number[])[]): FacetColumn {
	const offsets = new Uint32Array(valuesOf.length + 1);
	valuesOf.forEach((values, rule) => {
		offsets[rule + 1] = (offsets[rule] ?? 0) + values.length;
	});
	const items = new Uint32Array(offsets.at(-1) ?? 0);
	valuesOf.forEach((values, rule) => {
		items.set(values, offsets[rule]);
	});
	return { size, offsets, items };
}

/** Packs a list of rules per value, each in rising order, into a column; most rules may have no value. */
export function columnOfHolders(holdersOf: readonly (readonly number[])[], rules: number): FacetColumn {
	const offsets = new Uint32Array(rules + 1);
	for (const rule of holdersOf.flat()) {
		offsets[rule + 1] = (offsets[rule + 1] ?? 0) + 1;
	}
	for (let rule = 0; rule < rules; rule += 1) {
		offsets[rule + 1] = (offsets[rule + 1] ?? 0) + (offsets[rule] ?? 0);
	}
	const next = offsets.slice();
	const items = new Uint32Array(offsets.at(-1) ?? 0);
	holdersOf.forEach((holders, value) => {
		for (const rule of holders) {
			const place = next[rule] ?? 0;
			items[place] = value;
			next[rule] = place + 1;
		}
	});
	return { size: holdersOf.length, offsets, items };
}

/** A column of a facet of which every rule has exactly one value. */
export function singleColumn(size: number, items: Uint32Array): FacetColumn {
	return { size, offsets: Uint32Array.from({ length: items.length + 1 }, (_, rule) => rule), items };
}

/**
 * Filters all rules by the choices, one per column, and counts every value of every column.
 * `within` limits the rules beforehand (1 = may pass), as a text search does; null lets all in.
 */
export function filterRules(
	rules: number,
	columns: readonly FacetColumn[],
	choices: readonly Choice[],
	within: Uint8Array | null,
): Filtered {
	const failed = new Uint32Array(rules);
	columns.forEach((facet, index) => {
		const choice = choices[index];
		if (choice !== undefined && choice.include.size + choice.exclude.size > 0) {
			markFailures(failed, facet, choice, 1 << index);
		}
	});
	const passes = new Uint8Array(rules);
	let total = 0;
	for (let rule = 0; rule < rules; rule += 1) {
		if (failed[rule] === 0 && (within === null || within[rule] === 1)) {
			passes[rule] = 1;
			total += 1;
		}
	}
	const counts = columns.map((facet, index) => countValues(failed, facet, 1 << index, within));
	return { passes, total, counts };
}

function markFailures(failed: Uint32Array, facet: FacetColumn, choice: Choice, bit: number): void {
	const role = new Uint8Array(facet.size);
	for (const value of choice.include) {
		role[value] = WANTED;
	}
	for (const value of choice.exclude) {
		role[value] = UNWANTED;
	}
	for (let rule = 0; rule < failed.length; rule += 1) {
		let wanted = choice.include.size === 0;
		let unwanted = false;
		const end = facet.offsets[rule + 1] ?? 0;
		for (let i = facet.offsets[rule] ?? 0; i < end; i += 1) {
			const found = role[facet.items[i] ?? 0];
			wanted ||= found === WANTED;
			unwanted ||= found === UNWANTED;
		}
		if (!wanted || unwanted) {
			failed[rule] = (failed[rule] ?? 0) | bit;
		}
	}
}

function countValues(failed: Uint32Array, facet: FacetColumn, ownBit: number, within: Uint8Array | null): Uint32Array {
	const counts = new Uint32Array(facet.size);
	for (let rule = 0; rule < failed.length; rule += 1) {
		if (((failed[rule] ?? 0) & ~ownBit) !== 0 || (within !== null && within[rule] !== 1)) {
			continue;
		}
		const end = facet.offsets[rule + 1] ?? 0;
		for (let i = facet.offsets[rule] ?? 0; i < end; i += 1) {
			const value = facet.items[i] ?? 0;
			counts[value] = (counts[value] ?? 0) + 1;
		}
	}
	return counts;
}
