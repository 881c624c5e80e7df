import type { Heading, Root } from 'mdast';
import type { SkillHeader } from '../domain/parsed.ts';
import type { SourceFile } from '../domain/source.ts';
import { endOfFrontmatter } from './frontmatter-end.ts';
import { parseShallow } from './markdown.ts';
import { plainText } from './section-text.ts';
import type { YamlNode } from './yaml-nodes.ts';
import { readYaml } from './yaml-tree.ts';

/** What the site shows of a `SKILL.md`; whatever is missing or unreadable is null. Never throws. */
export function parseSkill(source: SourceFile): SkillHeader {
	const { yaml, heading } = beginning(source.text);
	const root = yaml === null ? null : readYaml(yaml).root;
	return {
		name: textOf(root, 'name'),
		description: textOf(root, 'description'),
		heading: (heading === null ? '' : plainText(heading)) || null,
	};
}

interface Beginning {
	readonly yaml: string | null;
	/** The first heading of the first level. */
	readonly heading: Heading | null;
}

/**
 * Blocks of Markdown depend on the lines above them alone, so no more is read than up to a line that looks like the heading,
 * if it is one. What a link in it is called may stand anywhere below.
 */
function beginning(text: string): Beginning {
	const start = text.slice(0, endOfFirstHeading(text));
	const found = findIn(parseShallow(start));
	const place = found.heading?.position;
	const isKnown = place !== undefined && !start.slice(place.start.offset, place.end.offset).includes('[');
	return isKnown || start.length === text.length ? found : findIn(parseShallow(text));
}

function endOfFirstHeading(text: string): number {
	const start = endOfFrontmatter(text);
	if (start === null) return text.length;
	const heading = /(?<![^\r\n])# [^\r\n]*/g;
	heading.lastIndex = start;
	return heading.test(text) ? heading.lastIndex : text.length;
}

function findIn(tree: Root | null): Beginning {
	const first = tree?.children[0];
	const heading = tree?.children.find((node) => node.type === 'heading' && node.depth === 1);
	return { yaml: first?.type === 'yaml' ? first.value : null, heading: heading?.type === 'heading' ? heading : null };
}

function textOf(root: YamlNode | null, key: string): string | null {
	if (root?.kind !== 'map') return null;
	const value = root.entries.find((entry) => entry.key === key)?.value;
	if (value?.kind !== 'scalar' || value.value === null) return null;
	return value.text.replace(/\s+/g, ' ').trim() || null;
}
