import { setFlagsFromString } from 'node:v8';
import { buildCatalog } from './catalog/build.ts';
import type { Progress } from './domain/commands.ts';
import type { Config } from './domain/config.ts';
import { compareDiagnostics, type Diagnostic, severityOf } from './domain/diagnostics.ts';
import type { FoundBefore } from './domain/found-before.ts';
import type { ParsedPack } from './domain/parsed.ts';
import type { Catalog } from './domain/rule.ts';
import type { PackFolder } from './domain/source.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { type DatedFolder, gitDates } from './load/git-dates.ts';
import { shownPath } from './load/read.ts';
import { parseAnnotations } from './parse/annotations.ts';
import { heapFlag } from './prepare/engine-flags.ts';
import { factsOf } from './prepare/kept-facts.ts';
import { keptRelations } from './prepare/kept-relations.ts';
import type { PackFacts } from './prepare/pack-facts.ts';
import { checkPackImages } from './prepare/pack-images.ts';
import { preparePacks } from './prepare/prepare-packs.ts';
import type { PreparedRule } from './prepare/prepare-rule.ts';

export interface LeftOut {
	/** As a diagnostic names it. */
	readonly file: string;
	/** The errors that keep it out. */
	readonly diagnostics: readonly Diagnostic[];
}

export interface PipelineResult {
	/** Every rule without an error. */
	readonly catalog: Catalog;
	/** The catalog with the relations of its rules, whether it has them or not. Needs rules that have been rendered. */
	readonly related: () => Catalog;
	/** Sorted by file and place. */
	readonly diagnostics: readonly Diagnostic[];
	/** Files that would be rules but have an error. */
	readonly leftOut: readonly LeftOut[];
}

export interface PipelineOptions {
	/** False when only the checks are wanted: rules then have no HTML. */
	readonly render: boolean;
	/** True when the relations of rules are asked for later: what does not need them can begin before they are found. */
	readonly relateLater?: boolean;
	/** True when it is known that something has changed since the last run. */
	readonly hasChanged?: boolean;
	/** What has been read already; read anew when it is not given. */
	readonly inputs?: Inputs;
}

/**
 * Loads, parses and checks all packs of `config.content`, and renders their rules.
 * Never throws for what a content file holds: that becomes diagnostics.
 * Throws ContentFolderError when a content folder is not there.
 */
export async function runPipeline(
	config: Config,
	progress: Progress,
	options: PipelineOptions = { render: true },
): Promise<PipelineResult> {
	const { packs, diagnostics: loading } = options.inputs ?? (await readInputs(config, progress));
	const total = packs.reduce((sum, { rules }) => sum + rules.length, 0);
	const flag = heapFlag(total);
	if (flag !== null) setFlagsFromString(flag);
	const step = options.render ? 'Rendering rules' : 'Checking rules';
	const done = (rules: number): void => progress(step, rules, total);
	const [prepared, facts, changed] = await Promise.all([
		preparePacks(packs, { config, render: options.render, early: options.hasChanged === true, done }),
		factsOf(packs, config),
		options.render ? gitDates(packs.map(filesOf)) : new Map<string, string>(),
	]);
	return joinPacks(config, {
		inputs: { packs, diagnostics: loading },
		facts,
		prepared,
		changed,
		relate: options.render && options.relateLater !== true,
		before: options.render ? keptRelations(config) : null,
	});
}

/** All parts of a run, ready to be joined. Rows stand in the order of the packs. */
export interface Parts {
	readonly inputs: Inputs;
	readonly facts: readonly PackFacts[];
	/** A place for each rule file. */
	readonly prepared: readonly (readonly PreparedRule[])[];
	/** Absolute path of a rule file → the day of its last change. */
	readonly changed: ReadonlyMap<string, string>;
	/** False leaves the rules without any that are alike or related. */
	readonly relate: boolean;
	/** What an earlier run has found out of relations; it makes no difference to what comes out. */
	readonly before?: FoundBefore | null;
}

/** Makes the catalog and all diagnostics of a run from its parts. */
export function joinPacks(
	config: Config,
	{ inputs, facts, prepared, changed, relate, before = null }: Parts,
): PipelineResult {
	const parsed = inputs.packs.map((folder, index): ParsedPack => {
		const { sections = [], metadata = null, skill = null } = facts[index] ?? {};
		const rules = (prepared[index] ?? []).flatMap(({ rule }) => (rule === null ? [] : [rule]));
		return { folder, rules, sections, metadata, skill };
	});
	const configFile = shownPath(process.cwd(), config.file ?? config.root);
	const { annotations, diagnostics: annotating } = parseAnnotations(config, configFile);
	const { catalog, related, diagnostics: checks } = buildCatalog(parsed, { relate, changed, annotations, before });
	const diagnostics = [
		...inputs.diagnostics,
		...prepared.flat().flatMap((rule) => rule.diagnostics),
		...facts.flatMap((pack) => pack.diagnostics),
		...annotating,
		...checks,
		...checkPackImages(parsed),
	].sort(compareDiagnostics);
	return { catalog, related, diagnostics, leftOut: listLeftOut(diagnostics, configFile) };
}

/** The rule files of a pack, to be looked up in the history of its repository. */
export function filesOf({ absolute, rules }: PackFolder): DatedFolder {
	return { absolute, files: rules.map((rule) => rule.absolute) };
}

/** An error in the config leaves no rule out: only what it says there is not taken. */
function listLeftOut(diagnostics: readonly Diagnostic[], configFile: string): LeftOut[] {
	const errors = new Map<string, Diagnostic[]>();
	for (const one of diagnostics) {
		if (severityOf(one.code) !== 'error' || one.file === configFile) continue;
		errors.set(one.file, [...(errors.get(one.file) ?? []), one]);
	}
	return [...errors].map(([file, found]) => ({ file, diagnostics: found }));
}
