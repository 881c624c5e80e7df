import { bareName } from '../domain/ids.ts';
import type { Named } from '../domain/rule.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import { isNothing, type Kept, keepWhole } from './kept.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-nodes.ts';
import { textOffsets } from './yaml-places.ts';

/** Words separated by commas, or a list of words; null for any other shape. */
export function readNames(node: YamlNode | null, context: FrontmatterContext): readonly Named[] | null {
	if (node === null) return [];
	if (node.kind === 'map') return null;
	const scalars = node.kind === 'list' ? node.items : [node];
	const names: Named[] = [];
	for (const scalar of scalars) {
		if (scalar.kind !== 'scalar') return null;
		if (scalar.type !== 'null') names.push(...wordsOf(scalar, context));
	}
	return names;
}

/** The words of a text, separated by commas, each with its place. */
export function wordsOf(scalar: YamlScalar, { yaml, at }: FrontmatterContext): readonly Named[] {
	const offsets = textOffsets(yaml, scalar);
	return [...scalar.text.matchAll(/[^,\s][^,]*/g)].map(({ 0: written, index }) => ({
		name: written.trim(),
		place: at(offsets[index] ?? scalar.start),
	}));
}

/** The rules that a key names, as written, each once. Another shape is reported and kept. */
export function readRuleNames(entry: YamlEntry | undefined, context: FrontmatterContext): Kept<readonly Named[]> {
	if (entry === undefined || isNothing(entry.value)) return { value: [] };
	const { value } = entry;
	const isWord = value.kind !== 'scalar' || (value.type !== 'boolean' && value.type !== 'date');
	const names = isWord ? readNames(value, context) : null;
	if (names === null) {
		return keepWhole(entry, [], 'stems or ids of rules, separated by commas or in a list', context);
	}
	const seen = new Set<string>();
	const isNew = ({ name }: Named): boolean => {
		const key = bareName(name).toLowerCase();
		return !seen.has(key) && seen.add(key) !== null;
	};
	return { value: names.filter(isNew) };
}
