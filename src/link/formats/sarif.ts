import { appendItems, setMembers } from '../json/edit.ts';
import { type JsonArray, type JsonNode, member } from '../json/node.ts';
import { type JsonPath, selectJson } from '../json/select.ts';
import type { Edit, LinkContext, Report, ReportFormat } from '../types.ts';
import { descriptorEdits, newDescriptor } from './sarif/descriptor.ts';
import { planOf, type RunPlan } from './sarif/plan.ts';
import { REGIONS, regionEdits, severityEdits } from './sarif/repair.ts';
import { componentKey, surveyOf } from './sarif/survey.ts';
import { addTaxonomy, renewTaxonomy, support, type Taxonomy, taxonomyOf } from './sarif/taxonomy.ts';

const COMPONENTS = ['runs.*.tool.driver', 'runs.*.tool.extensions.*'] as const;
const RUNS = ['runs.*', 'runs.*.taxonomies'];
const SUPPORTED = COMPONENTS.map((component) => `${component}.supportedTaxonomies`);
const DESCRIPTORS = COMPONENTS.flatMap((component) => [`${component}.rules.*`, `${component}.notifications.*`]);

/** A file may begin with any of its members; these come before `runs`, which may be long. */
const BEGINS = /^\s*\{\s*(?:"[^"]*"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*)*"runs"\s*:\s*(?:\[|null)/;
const SCHEMA = /^\s*\{[^[]*"\$schema"\s*:\s*"[^"]*sarif/i;

/**
 * SARIF 2.1.0. Links stand in the rules' descriptors: `helpUri` for viewers, `help.markdown` for GitHub. Results are not touched:
 * their ids, levels, messages and fingerprints are what alerts are known by.
 */
export const sarif: ReportFormat = {
	name: 'sarif',
	title: 'SARIF 2.1.0',
	detect: ({ head, name }) => {
		if (BEGINS.test(head) || SCHEMA.test(head)) return true;
		return /\.sarif(?:\.json)?$/i.test(name) && /^\s*\{/.test(head);
	},
	edits: sarifEdits,
};

/** What is to be done with a run. */
interface PlannedRun {
	readonly plan: RunPlan;
	/** Null when none is asked for, or the run leads to no rule. */
	readonly taxonomy: Taxonomy | null;
}

async function* sarifEdits(report: Report, context: LinkContext): AsyncIterable<Edit> {
	const runs = (await surveyOf(report, context)).map((run): PlannedRun => {
		const plan = planOf(run, context);
		return { plan, taxonomy: context.taxonomy ? taxonomyOf(run, plan, context.catalog) : null };
	});
	const shallow = [...COMPONENTS, ...COMPONENTS.map((component) => `${component}.rules`)];
	const patterns = [
		...DESCRIPTORS,
		...shallow.map((one) => ({ shallow: one })),
		...(context.repair ? REGIONS : []),
		...(context.taxonomy ? [...SUPPORTED, ...runs.flatMap(ownTaxonomy), ...RUNS.map((one) => ({ shallow: one }))] : []),
	];
	for await (const { pattern, path, node } of selectJson(report, patterns)) {
		const run = runs[Number(path[1])];
		if (run === undefined) continue;
		if (REGIONS.includes(pattern)) yield* regionEdits(node);
		else if (DESCRIPTORS.includes(pattern)) yield* ofDescriptor(node, path, run, context);
		else if (shallow.includes(pattern)) yield* additions(node, path, run, context);
		else if (run.taxonomy !== null) yield* taxonomyEdits(pattern, node, run.taxonomy);
	}
}

/** Where the taxonomy stands that an earlier run has left. */
function ownTaxonomy({ taxonomy }: PlannedRun, run: number): readonly string[] {
	return taxonomy?.isThere === true ? [`runs.${run}.taxonomies.${taxonomy.index}`] : [];
}

function taxonomyEdits(pattern: string, node: JsonNode, taxonomy: Taxonomy): readonly Edit[] {
	if (!RUNS.includes(pattern) && !SUPPORTED.includes(pattern)) return renewTaxonomy(node, taxonomy);
	const edit = RUNS.includes(pattern) ? addTaxonomy(node, taxonomy) : support(node, taxonomy);
	return edit === null ? [] : [edit];
}

function ofDescriptor(
	node: JsonNode,
	path: JsonPath,
	{ plan, taxonomy }: PlannedRun,
	{ catalog, repair }: LinkContext,
): readonly Edit[] {
	const component = plan.get(componentKey(path));
	if (node.type !== 'object' || component === undefined) return [];
	const link = path.at(-2) === 'rules' ? (component.links[Number(path.at(-1))] ?? null) : null;
	const edits = descriptorEdits(node, { link, tool: component.tool, site: catalog.name, taxonomy });
	if (!repair) return edits;
	return [...edits, ...severityEdits(node)].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Adds descriptors at the end of `rules`, where no index moves; at the end of the component when it has no rules yet. There it
 * also says which taxonomy its rules are related to.
 */
function additions(
	node: JsonNode,
	path: JsonPath,
	{ plan, taxonomy }: PlannedRun,
	{ catalog }: LinkContext,
): readonly Edit[] {
	const component = plan.get(componentKey(path));
	if (component === undefined) return [];
	const { added, tool } = component;
	const items = added.map(({ id, link }) => newDescriptor(id, { link, tool, site: catalog.name, taxonomy }));
	if (isRules(node, path)) {
		const edit = appendItems(node, items);
		return edit === null ? [] : [edit];
	}
	if (node.type !== 'object') return [];
	const isMissing = (key: string) => member(node, key)?.type !== 'array';
	const related = taxonomy !== null && (added.length > 0 || component.links.some((link) => link !== null));
	return setMembers(node, {
		...(items.length > 0 && isMissing('rules') && { rules: items }),
		...(related && isMissing('supportedTaxonomies') && { supportedTaxonomies: [taxonomy.reference] }),
	});
}

function isRules(node: JsonNode, path: JsonPath): node is JsonArray {
	return node.type === 'array' && path.at(-1) === 'rules';
}
