import type { Named } from '../domain/rule.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import type { YamlNode, YamlScalar } from './yaml-nodes.ts';
import { textOffsets } from './yaml-places.ts';

/**
 * The rules that an author names as related: words separated by commas, or a list of words.
 * Null for any other shape, which other tools give this key; it is then kept as it is.
 */
export function readRelated(node: YamlNode | null, context: FrontmatterContext): readonly Named[] | null {
	if (node === null) return [];
	if (node.kind === 'map') return null;
	const scalars = node.kind === 'list' ? node.items : [node];
	const names: Named[] = [];
	for (const scalar of scalars) {
		if (scalar.kind !== 'scalar') return null;
		if (scalar.type !== 'null') names.push(...namesOf(scalar, context));
	}
	return names;
}

function namesOf(scalar: YamlScalar, { yaml, at }: FrontmatterContext): readonly Named[] {
	const offsets = textOffsets(yaml, scalar);
	return [...scalar.text.matchAll(/[^,\s][^,]*/g)].map(({ 0: written, index }) => ({
		name: written.trim(),
		place: at(offsets[index] ?? scalar.start),
	}));
}
