import { replaceValue, setMembers } from '../../json/edit.ts';
import { type JsonNode, type JsonObject, member, numberAt } from '../../json/node.ts';
import type { Edit } from '../../types.ts';

const RESULT = 'runs.*.results.*';

/** Where a result holds a `physicalLocation`. */
const LOCATIONS = [
	'locations.*',
	'relatedLocations.*',
	'codeFlows.*.threadFlows.*.locations.*.location',
	'stacks.*.frames.*.location',
];

/** All places of regions in results. */
export const REGIONS: readonly string[] = [
	...LOCATIONS.flatMap((place) => [
		`${RESULT}.${place}.physicalLocation.region`,
		`${RESULT}.${place}.physicalLocation.contextRegion`,
	]),
	`${RESULT}.fixes.*.artifactChanges.*.replacements.*.deletedRegion`,
];

const COLUMNS = ['startColumn', 'endColumn'] as const;
const LINES = ['startLine', 'endLine'] as const;

/** Takes lines and columns away that are below 1: SARIF counts from there, and what is not known is left out. */
export function regionEdits(region: JsonNode): readonly Edit[] {
	if (region.type !== 'object') return [];
	const below = (key: string) => (numberAt(region, key) ?? 1) < 1;
	const gone = below('startLine') ? [...LINES, ...COLUMNS] : [...LINES, ...COLUMNS].filter(below);
	const there = gone.filter((key) => member(region, key) !== null);
	return setMembers(region, Object.fromEntries(there.map((key) => [key, undefined])));
}

/** Writes a `security-severity` that is a number as the text that GitHub asks for. */
export function severityEdits(descriptor: JsonObject): readonly Edit[] {
	const severity = member(descriptor, 'properties', 'security-severity');
	if (severity?.type !== 'number') return [];
	const edit = replaceValue(severity, String(Number(severity.raw)));
	return edit === null ? [] : [edit];
}
