import { appendItems, setMember } from '../json/edit.ts';
import { type JsonArray, type JsonNode, member } from '../json/node.ts';
import { type JsonPath, selectJson } from '../json/select.ts';
import type { Edit, LinkContext, Report, ReportFormat } from '../types.ts';
import { descriptorEdits, newDescriptor } from './sarif/descriptor.ts';
import { type ComponentPlan, planOf, type RunPlan } from './sarif/plan.ts';
import { REGIONS, regionEdits, severityEdits } from './sarif/repair.ts';
import { componentKey, surveyOf } from './sarif/survey.ts';

const COMPONENTS = ['runs.*.tool.driver', 'runs.*.tool.extensions.*'] as const;
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

async function* sarifEdits(report: Report, context: LinkContext): AsyncIterable<Edit> {
	const plans = (await surveyOf(report, context)).map((run) => planOf(run, context));
	const shallow = COMPONENTS.flatMap((component) => [{ shallow: component }, { shallow: `${component}.rules` }]);
	const patterns = [...DESCRIPTORS, ...shallow, ...(context.repair ? REGIONS : [])];
	for await (const { pattern, path, node } of selectJson(report, patterns)) {
		if (REGIONS.includes(pattern)) yield* regionEdits(node);
		else if (DESCRIPTORS.includes(pattern)) yield* ofDescriptor(node, path, plans, context);
		else yield* additions(node, path, plans, context);
	}
}

function planAt(plans: readonly RunPlan[], path: JsonPath): ComponentPlan | null {
	return plans[Number(path[1])]?.get(componentKey(path)) ?? null;
}

function ofDescriptor(
	node: JsonNode,
	path: JsonPath,
	plans: readonly RunPlan[],
	{ catalog, repair }: LinkContext,
): readonly Edit[] {
	const plan = planAt(plans, path);
	if (node.type !== 'object' || plan === null) return [];
	const link = path.at(-2) === 'rules' ? (plan.links[Number(path.at(-1))] ?? null) : null;
	const edits = descriptorEdits(node, { link, tool: plan.tool, site: catalog.name });
	if (!repair) return edits;
	return [...edits, ...severityEdits(node)].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Adds descriptors at the end of `rules`, where no index moves; at the end of the component when it has no rules yet. */
function additions(
	node: JsonNode,
	path: JsonPath,
	plans: readonly RunPlan[],
	{ catalog }: LinkContext,
): readonly Edit[] {
	const plan = planAt(plans, path);
	if (plan === null || plan.added.length === 0) return [];
	const items = plan.added.map(({ id, link }) => newDescriptor(id, { link, tool: plan.tool, site: catalog.name }));
	const edit = isRules(node, path)
		? appendItems(node, items)
		: node.type === 'object' && member(node, 'rules')?.type !== 'array'
			? setMember(node, 'rules', items)
			: null;
	return edit === null ? [] : [edit];
}

function isRules(node: JsonNode, path: JsonPath): node is JsonArray {
	return node.type === 'array' && path.at(-1) === 'rules';
}
