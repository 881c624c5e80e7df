import { parseStandard } from '../../../domain/standards.ts';
import { itemsAt, type JsonNode, numberAt, textAt } from '../../json/node.ts';
import { type JsonPath, selectJson } from '../../json/select.ts';
import { type LinkContext, type Report, ReportError } from '../../types.ts';
import { type Limits, makeLimits } from './limits.ts';
import { type Component, emptyRun, KEPT, type Run } from './run.ts';

const RESULT = 'runs.*.results.*';
const DRIVER = 'runs.*.tool.driver';
const EXTENSION = 'runs.*.tool.extensions.*';
const TAXONOMY = 'runs.*.taxonomies.*';
const OWN_TAXONOMY = `${TAXONOMY}.properties.${KEPT}`;

const PATTERNS = [
	'version',
	`${DRIVER}.name`,
	`${DRIVER}.rules.*`,
	`${EXTENSION}.name`,
	`${EXTENSION}.rules.*`,
	`${RESULT}.rule`,
	`${RESULT}.taxa`,
	{ shallow: RESULT },
	{ shallow: TAXONOMY },
	OWN_TAXONOMY,
];

/** Reads once through a SARIF file and tells what its runs hold. Throws `ReportError` for what is not SARIF 2.1.0. */
export async function surveyOf(
	report: Report,
	{ warn, repair }: Pick<LinkContext, 'warn' | 'repair'>,
): Promise<readonly Run[]> {
	const runs: Run[] = [];
	const limits = makeLimits(warn, repair);
	let version: JsonNode | null = null;
	let rule: JsonNode | null = null;
	let taxa: JsonNode | null = null;
	for await (const { pattern, path, node } of selectJson(report, PATTERNS, warn)) {
		if (pattern === 'version') version = node;
		else if (pattern === `${RESULT}.rule`) rule = node;
		else if (pattern === `${RESULT}.taxa`) taxa = node;
		else if (pattern === TAXONOMY) {
			runOf(runs, path).taxonomies.count += 1;
		} else if (pattern === OWN_TAXONOMY) {
			runOf(runs, path).taxonomies.own = Number(path[3]);
		} else if (pattern === RESULT) {
			const run = runOf(runs, path);
			refer(run, node, rule, taxa);
			limits.result(run);
			rule = null;
			taxa = null;
		} else addToComponent(runOf(runs, path), path, node, limits);
	}
	const text = version?.type === 'string' ? version.value : null;
	if (text !== '2.1.0') {
		const found = text === null ? 'SARIF without a version' : `SARIF version ${text}`;
		throw new ReportError(`${found} is not supported, only 2.1.0. sarif-multitool can update it.`);
	}
	limits.end(runs);
	return runs;
}

function runOf(runs: Run[], path: JsonPath): Run {
	const index = Number(path[1]);
	while (runs.length <= index) runs.push(emptyRun());
	return runs[index] ?? emptyRun();
}

/** The key of the component that a path leads into: `driver`, or the index of an extension. */
export function componentKey(path: JsonPath): string {
	return path[3] === 'driver' ? 'driver' : String(path[4]);
}

function addToComponent({ components }: Run, path: JsonPath, node: JsonNode, limits: Limits): void {
	const key = componentKey(path);
	const component: Component = components.get(key) ?? { name: null, rules: [], places: new Map() };
	components.set(key, component);
	if (path.at(-1) === 'name') {
		component.name = node.type === 'string' ? node.value : null;
		return;
	}
	const id = textAt(node, 'id');
	if (id !== null && !component.places.has(id)) component.places.set(id, component.rules.length);
	component.rules.push({ id, standards: standardsOf(node) });
	limits.rule(node);
}

function refer(run: Run, result: JsonNode, rule: JsonNode | null, taxa: JsonNode | null): void {
	const id = textAt(result, 'ruleId') ?? textAt(rule, 'id');
	const index = indexAt(result, 'ruleIndex') ?? indexAt(rule, 'index');
	const component = String(indexAt(rule, 'toolComponent', 'index') ?? 'driver');
	if (id === null && index === null) return;
	const key = JSON.stringify([id, index, component]);
	const found = run.references.get(key) ?? { id, index, component, standards: new Set(), count: 0 };
	run.references.set(key, found);
	found.count += 1;
	if (taxa?.type === 'array') for (const taxon of taxa.items) addTaxon(found.standards, taxon);
}

/** An index; SARIF writes -1 for none. */
function indexAt(node: JsonNode | null, ...keys: readonly string[]): number | null {
	const value = numberAt(node, ...keys);
	return value !== null && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** Standards that a rule names: in tags, as GitHub reads them and Semgrep writes them, and in relationships to a taxonomy. */
function standardsOf(rule: JsonNode): ReadonlySet<string> {
	const standards = new Set<string>();
	for (const tag of itemsAt(rule, 'properties', 'tags')) {
		if (tag.type === 'string') addStandard(standards, tag.value.split(': ', 1)[0] ?? '');
	}
	for (const relationship of itemsAt(rule, 'relationships')) {
		if (relationship.type !== 'object') continue;
		const target = relationship.members.findLast(({ key }) => key === 'target');
		addTaxon(standards, target?.value ?? null);
	}
	return standards;
}

function addTaxon(standards: Set<string>, taxon: JsonNode | null): void {
	const id = textAt(taxon, 'id');
	if (id === null) return;
	const family = textAt(taxon, 'toolComponent', 'name') ?? '';
	addStandard(standards, /^\d+$/.test(id) ? `${family}-${id}` : id);
}

function addStandard(standards: Set<string>, text: string): void {
	const standard = parseStandard(text);
	if (standard !== null) standards.add(standard.name);
}
