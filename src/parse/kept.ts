import type { FrontmatterContext } from './frontmatter-context.ts';
import { toJson, type YamlEntry, type YamlNode } from './yaml-nodes.ts';

/** What a key says, and what of it this version does not understand: that is kept as the author's own. */
export interface Kept<T> {
	readonly value: T;
	/** JSON; absent when all was understood. */
	readonly rest?: unknown;
}

/** True for a key without a value, and for `null` and `~`. */
export function isNothing(node: YamlNode | undefined): boolean {
	return node === undefined || (node.kind === 'scalar' && node.type === 'null');
}

/** Reports a value that this version cannot use, and keeps all of it. */
export function keepWhole<T>(
	{ key, value }: Pick<YamlEntry, 'key' | 'value'>,
	instead: T,
	expected: string,
	context: FrontmatterContext,
): Kept<T> {
	context.report('value-type', value.start, { key, found: shapeOf(value), expected });
	return { value: instead, rest: toJson(value) };
}

/** A shape as a message names it. */
export function shapeOf(node: YamlNode): string {
	if (node.kind === 'list')
		return node.items.every(({ kind }) => kind === 'scalar') ? 'a list' : 'a list of other things';
	if (node.kind === 'map') return 'a group of keys and values';
	return node.type === 'text' ? 'a text' : `\`${node.text}\`, a ${node.type} to YAML`;
}
