import type { Named } from '../domain/rule.ts';
import { standardName } from '../domain/standards.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import { isNothing, type Kept, keepWhole } from './kept.ts';
import { readNames } from './names.ts';
import type { YamlEntry } from './yaml-nodes.ts';

/**
 * The standards that a rule serves, each once, in their usual spelling. Text that names none of a known family is reported
 * and stays as the author wrote it: a page can still show it.
 */
export function readStandards(entry: YamlEntry | undefined, context: FrontmatterContext): Kept<readonly Named[]> {
	if (entry === undefined || isNothing(entry.value)) return { value: [] };
	const names = readNames(entry.value, context);
	if (names === null) return keepWhole(entry, [], 'names such as `CWE-95`, separated by commas or in a list', context);
	const standards = new Map<string, Named>();
	for (const { name: written, place } of names) {
		const name = standardName(written) ?? written;
		if (standardName(written) === null) context.reportAt('standard-unknown', place, { written });
		if (!standards.has(name)) standards.set(name, { name, place });
	}
	return { value: [...standards.values()] };
}
