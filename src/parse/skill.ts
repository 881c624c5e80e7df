import type { SkillHeader } from '../domain/parsed.ts';
import type { SourceFile } from '../domain/source.ts';
import { parseShallow } from './markdown.ts';
import { plainText } from './section-text.ts';
import type { YamlNode } from './yaml-nodes.ts';
import { readYaml } from './yaml-tree.ts';

/** What the site shows of a `SKILL.md`; whatever is missing or unreadable is null. Never throws. */
export function parseSkill(source: SourceFile): SkillHeader {
	const tree = parseShallow(source.text);
	const [first] = tree?.children ?? [];
	const root = first?.type === 'yaml' ? readYaml(first.value).root : null;
	const heading = tree?.children.find((node) => node.type === 'heading' && node.depth === 1);
	return {
		name: textOf(root, 'name'),
		description: textOf(root, 'description'),
		heading: (heading === undefined ? '' : plainText(heading)) || null,
	};
}

function textOf(root: YamlNode | null, key: string): string | null {
	if (root?.kind !== 'map') return null;
	const value = root.entries.find((entry) => entry.key === key)?.value;
	if (value?.kind !== 'scalar' || value.value === null) return null;
	return value.text.replace(/\s+/g, ' ').trim() || null;
}
