import { buildCatalog } from './catalog/build.ts';
import type { Progress } from './domain/commands.ts';
import type { Config } from './domain/config.ts';
import { compareDiagnostics, type Diagnostic, severityOf } from './domain/diagnostics.ts';
import type { ParsedPack } from './domain/parsed.ts';
import type { Catalog } from './domain/rule.ts';
import type { PackFolder } from './domain/source.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { type DatedFolder, gitDates } from './load/git-dates.ts';
import { shownPath } from './load/read.ts';
import { parseAnnotations } from './parse/annotations.ts';
import { parseMetadata } from './parse/metadata.ts';
import { parseSections } from './parse/sections.ts';
import { parseSkill } from './parse/skill.ts';
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
	/** Sorted by file and place. */
	readonly diagnostics: readonly Diagnostic[];
	/** Files that would be rules but have an error. */
	readonly leftOut: readonly LeftOut[];
}

export interface PipelineOptions {
	/** False when only the checks are wanted: rules then have no HTML. */
	readonly render: boolean;
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
	const step = options.render ? 'Rendering rules' : 'Checking rules';
	const done = (rules: number): void => progress(step, rules, total);
	const [prepared, changed] = await Promise.all([
		preparePacks(packs, { config, render: options.render, done }),
		options.render ? gitDates(packs.map(filesOf)) : new Map<string, string>(),
	]);
	const parsed = packs.map((folder, index) => parsePack(folder, prepared[index] ?? []));
	const configFile = shownPath(process.cwd(), config.file ?? config.root);
	const { annotations, diagnostics: annotating } = parseAnnotations(config, configFile);
	const { catalog, diagnostics: checks } = buildCatalog(
		parsed.map(({ pack }) => pack),
		{ relate: options.render, changed, annotations },
	);
	const diagnostics = [
		...loading,
		...prepared.flat().flatMap((rule) => rule.diagnostics),
		...parsed.flatMap((pack) => pack.diagnostics),
		...annotating,
		...checks,
	].sort(compareDiagnostics);
	return { catalog, diagnostics, leftOut: listLeftOut(diagnostics, configFile) };
}

function filesOf({ absolute, rules }: PackFolder): DatedFolder {
	return { absolute, files: rules.map((rule) => rule.absolute) };
}

function parsePack(
	folder: PackFolder,
	prepared: readonly PreparedRule[],
): { pack: ParsedPack; diagnostics: readonly Diagnostic[] } {
	const metadata = folder.metadata ? parseMetadata(folder.metadata) : { metadata: null, diagnostics: [] };
	const pack: ParsedPack = {
		folder,
		rules: prepared.flatMap(({ rule }) => (rule === null ? [] : [rule])),
		sections: folder.sections ? parseSections(folder.sections) : [],
		metadata: metadata.metadata,
		skill: folder.skill ? parseSkill(folder.skill) : null,
	};
	return { pack, diagnostics: metadata.diagnostics };
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
