import type { Declarations } from '../domain/annotation.ts';
import { readAliases } from './aliases.ts';
import { readDeprecated } from './deprecated.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import { readLinters } from './linters.ts';
import { readRuleNames } from './names.ts';
import { readRelated } from './related.ts';
import { readStandards } from './standards.ts';
import type { YamlEntry } from './yaml-nodes.ts';

/** The keys that say where a rule stands among others. */
export const DECLARATION_KEYS: readonly string[] = [
	'aliases',
	'conflicts',
	'deprecated',
	'linters',
	'related',
	'replacedBy',
	'standards',
];

/** Reads those keys. `rest` holds, by key, what of them is in no shape that this version knows. */
export function readDeclarations(
	entries: ReadonlyMap<string, YamlEntry>,
	context: FrontmatterContext,
): { readonly declarations: Declarations; readonly rest: ReadonlyMap<string, unknown> } {
	const related = readRelated(entries.get('related'), context);
	const conflicts = readRuleNames(entries.get('conflicts'), context);
	const aliases = readAliases(entries.get('aliases'), context);
	const linters = readLinters(entries.get('linters'), context);
	const standards = readStandards(entries.get('standards'), context);
	const deprecated = readDeprecated(entries.get('deprecated'), entries.get('replacedBy'), context);
	const rest = Object.entries({
		related: related.rest,
		conflicts: conflicts.rest,
		aliases: aliases.rest,
		linters: linters.rest,
		standards: standards.rest,
		deprecated: deprecated.rest,
		replacedBy: deprecated.restBeside,
	}).filter(([, value]) => value !== undefined);
	return {
		declarations: {
			related: related.value,
			conflicts: conflicts.value,
			aliases: aliases.value,
			codes: linters.value,
			standards: standards.value,
			deprecated: deprecated.value,
		},
		rest: new Map(rest),
	};
}
