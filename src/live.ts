import { isDeepStrictEqual } from 'node:util';
import type { Progress } from './domain/commands.ts';
import type { Config } from './domain/config.ts';
import type { RuleId } from './domain/ids.ts';
import type { Catalog, Frontmatter, Rule } from './domain/rule.ts';
import type { PackFolder, SourceFile } from './domain/source.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { hasError, type LiveRules, liveRules } from './live-rules.ts';
import { gitDates } from './load/git-dates.ts';
import { readSource } from './load/read.ts';
import { looksOf } from './load/rule-files.ts';
import { filesOf, joinPacks, type PipelineResult } from './pipeline.ts';
import { factsOf } from './prepare/kept-facts.ts';
import type { PackFacts } from './prepare/pack-facts.ts';
import { preparePacks } from './prepare/prepare-packs.ts';
import type { PreparedRule } from './prepare/prepare-rule.ts';

/** What takes long to find out of rules, by their ids: what they are alike and related to. */
export type Relations = ReadonlyMap<RuleId, Pick<Rule, 'alike' | 'related'>>;

/** The packs of a config, kept in step with the disk. */
export interface LivePacks {
	readonly config: () => Config;
	readonly packs: () => readonly PackFolder[];
	/** What is wrong now: the same as a run from nothing would say. */
	readonly findings: () => Pick<PipelineResult, 'diagnostics' | 'leftOut'>;
	/**
	 * What a run from nothing would make, but for two things: a rule that was good and has an error now is as it was, and
	 * relations are those last told to `relate`.
	 */
	readonly catalog: () => Catalog;
	/** Whether the file, as an absolute path, may be a rule that is known. */
	readonly isKnown: (absolute: string) => boolean;
	/**
	 * Reads these known files again, and shows at once what can be shown without looking at other rules: the answer is then
	 * `shown`, and the rest is left to `settle`. `more`: they have changed in a way that has everything to be read again.
	 */
	readonly reread: (files: readonly string[]) => Promise<'shown' | 'settled' | 'more'>;
	/** Brings in what the changed rules mean to all others. */
	readonly settle: () => Promise<void>;
	/** Reads everything again. Throws what reading throws; everything is then as it was. */
	readonly rescan: (config: Config) => Promise<void>;
	readonly relate: (relations: Relations) => void;
}

/** Loads all packs as `runPipeline` does, but for their relations. Throws ContentFolderError. */
export async function livePacks(firstConfig: Config, progress: Progress): Promise<LivePacks> {
	let config = firstConfig;
	let inputs = await readInputs(config, progress);
	const total = inputs.packs.reduce((sum, { rules }) => sum + rules.length, 0);
	const done = (rules: number): void => progress('Rendering rules', rules, total);
	const [first, firstFacts, dates] = await Promise.all([
		preparePacks(inputs.packs, { config, render: true, done }),
		factsOf(inputs.packs, config),
		gitDates(inputs.packs.map(filesOf)),
	]);
	let rows: readonly (readonly PreparedRule[])[] = first;
	let changed = dates;
	const rules: LiveRules = liveRules(inputs.packs, rows);
	let facts: readonly PackFacts[] = firstFacts;
	let places = placesOf(inputs.packs);
	let good = new Map<string, PreparedRule>();
	let relations: Relations = new Map();
	let findings: PipelineResult;
	let catalog: Catalog;
	join();

	function join(): void {
		const parts = { inputs, facts, changed, relate: false };
		findings = joinPacks(config, { ...parts, prepared: rows });
		const bad = new Set(findings.leftOut.map(({ file }) => file));
		let replaced = 0;
		const shown = inputs.packs.map((pack, row) =>
			pack.rules.flatMap((source, at) => {
				const prepared = rows[row]?.[at] ?? [];
				const before = bad.has(source.file) ? good.get(source.absolute) : undefined;
				if (before !== undefined) replaced += 1;
				return before ?? prepared;
			}),
		);
		catalog = (replaced === 0 ? findings : joinPacks(config, { ...parts, prepared: shown })).catalog;
		good = new Map();
		for (const [row, pack] of inputs.packs.entries()) {
			for (const [at, { absolute, file }] of pack.rules.entries()) {
				const prepared = shown[row]?.[at];
				const wasGood = prepared !== rows[row]?.[at];
				if (prepared?.rule && (wasGood || !bad.has(file))) good.set(absolute, prepared);
			}
		}
		addRelations();
	}

	function addRelations(): void {
		const present = new Set(catalog.rules.map(({ id }) => id));
		catalog = {
			...catalog,
			rules: catalog.rules.map((rule) => {
				const found = relations.get(rule.id);
				if (found === undefined) return rule;
				const alike = found.alike.filter(({ id }) => present.has(id));
				return { ...rule, alike, related: found.related.filter((id) => present.has(id)) };
			}),
		};
	}

	/** Takes in one file; tells whether its page can be shown before all else is looked at. */
	async function take(source: SourceFile): Promise<boolean> {
		const place = places.get(source.absolute);
		const pack = place && inputs.packs[place.row];
		if (place === undefined || pack === undefined) return false;
		const before = rules.of(source.absolute);
		const packs = inputs.packs.with(place.row, { ...pack, rules: pack.rules.with(place.at, source) });
		inputs = { ...inputs, packs };
		const after = await rules.prepareOne(pack, source);
		const row = rows[place.row];
		if (row !== undefined) rows = rows.with(place.row, row.with(place.at, after));
		if (before === undefined || hasError(before) || hasError(after)) return false;
		if (!saysTheSame(before.rule?.frontmatter, after.rule?.frontmatter) || !replaceIn(after)) return false;
		good.set(source.absolute, after);
		return true;
	}

	function replaceIn({ rule }: PreparedRule): boolean {
		const at = catalog.rules.findIndex(({ file }) => file === rule?.file);
		const old = catalog.rules[at];
		if (rule === null || old === undefined) return false;
		const { frontmatter, ...content } = rule;
		const { title, titlePlace, impact, impactWord, impactDescription, extra } = frontmatter;
		const own = { title, titlePlace, impact, impactWord, impactDescription, extra };
		catalog = { ...catalog, rules: catalog.rules.with(at, { ...old, ...content, ...own }) };
		return true;
	}

	return {
		config: () => config,
		packs: () => inputs.packs,
		findings: () => findings,
		catalog: () => catalog,
		isKnown: (absolute) => places.has(absolute),
		reread: async (files) => {
			const read = files.map((file) => readAgain(file, places.get(file), inputs.packs));
			if (read.some((source) => source === null)) return 'more';
			let isShown = true;
			for (const source of read) if (source !== null) isShown = (await take(source)) && isShown;
			if (isShown) return 'shown';
			await settle();
			return 'settled';
		},
		settle,
		rescan: async (next) => {
			const fresh = withKnownSources(await readInputs(next, () => {}), inputs);
			const days = await gitDates(fresh.packs.map(filesOf));
			const prepared = await rules.prepare(fresh.packs, new Set(good.keys()));
			const said = await factsAgain(fresh.packs, inputs.packs, facts, next);
			config = next;
			[inputs, rows, facts, changed] = [fresh, prepared, said, days];
			places = placesOf(inputs.packs);
			join();
		},
		relate: (found) => {
			relations = found;
			addRelations();
		},
	};

	async function settle(): Promise<void> {
		rows = await rules.prepare(inputs.packs, new Set(good.keys()));
		join();
	}
}

/** Whether two frontmatters mean the same to other rules: what differs is the rule's own. */
function saysTheSame(one: Frontmatter | undefined, two: Frontmatter | undefined): boolean {
	if (one === undefined || two === undefined) return false;
	const own: Partial<Frontmatter> = {
		title: '',
		titlePlace: one.titlePlace,
		impact: null,
		impactWord: null,
		impactPlace: null,
		impactDescription: null,
		extra: {},
	};
	return isDeepStrictEqual({ ...one, ...own }, { ...two, ...own });
}

interface RulePlace {
	readonly row: number;
	readonly at: number;
}

function placesOf(packs: readonly PackFolder[]): ReadonlyMap<string, RulePlace> {
	return new Map(packs.flatMap((pack, row) => pack.rules.map(({ absolute }, at) => [absolute, { row, at }] as const)));
}

/** The file as it is now; null when it is gone, or looks so different that other files may belong to other packs now. */
function readAgain(absolute: string, place: RulePlace | undefined, packs: readonly PackFolder[]): SourceFile | null {
	const old = place && packs[place.row]?.rules[place.at];
	if (old === undefined) return null;
	const source = readSource({ absolute, file: old.file, source: old.source });
	return source.fault === null && looksOf(source.text) === looksOf(old.text) ? source : null;
}

/** What packs say, looked for again only where one of their own files has changed. */
async function factsAgain(
	packs: readonly PackFolder[],
	before: readonly PackFolder[],
	known: readonly PackFacts[],
	config: Config,
): Promise<readonly PackFacts[]> {
	const places = new Map(before.map(({ absolute }, at) => [absolute, at]));
	const still = packs.map((pack) => {
		const at = places.get(pack.absolute) ?? -1;
		const old = before[at];
		const isSame = old?.sections === pack.sections && old?.metadata === pack.metadata && old?.skill === pack.skill;
		return isSame ? known[at] : undefined;
	});
	const others = packs.filter((_, index) => still[index] === undefined);
	const found = new Map((await factsOf(others, config)).map((facts, index) => [others[index], facts]));
	return packs.flatMap((pack, index) => still[index] ?? found.get(pack) ?? []);
}

/** The files that describe a pack keep their identity while they keep their bytes, so that nothing is parsed twice. */
function withKnownSources(fresh: Inputs, old: Inputs): Inputs {
	const known = new Map(
		old.packs.flatMap(({ sections, metadata, skill }) =>
			[sections, metadata, skill].flatMap((source) => (source === null ? [] : [[source.absolute, source] as const])),
		),
	);
	const same = (source: SourceFile | null): SourceFile | null => {
		const before = source === null ? undefined : known.get(source.absolute);
		return source !== null && before !== undefined && isDeepStrictEqual(before, source) ? before : source;
	};
	const packs = fresh.packs.map((pack) => ({
		...pack,
		sections: same(pack.sections),
		metadata: same(pack.metadata),
		skill: same(pack.skill),
	}));
	return { ...fresh, packs };
}
