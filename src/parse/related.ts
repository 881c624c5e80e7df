import type { Named } from '../domain/rule.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import type { Kept } from './kept.ts';
import { readNames } from './names.ts';
import { toJson, type YamlEntry } from './yaml-nodes.ts';

/**
 * The rules that an author names as related. Another shape, which other tools give this key, is the author's own:
 * it is kept as it is.
 */
export function readRelated(entry: YamlEntry | undefined, context: FrontmatterContext): Kept<readonly Named[]> {
	if (entry === undefined) return { value: [] };
	const names = readNames(entry.value, context);
	return names === null ? { value: [], rest: toJson(entry.value) } : { value: names };
}
