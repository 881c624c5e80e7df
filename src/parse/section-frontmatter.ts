import type { Root } from 'mdast';
import type { DeclaredSection } from '../domain/parsed.ts';
import { FILE_START, type Place } from '../domain/place.ts';
import { leadingImpact, readPrefixes } from './section-text.ts';
import type { YamlMap, YamlNode } from './yaml-nodes.ts';
import { placesOf } from './yaml-places.ts';
import { readYaml } from './yaml-tree.ts';

const KEYS = {
	title: ['title', 'name', 'section', 'category'],
	prefixes: ['prefixes', 'prefix', 'id', 'slug', 'key'],
	impact: ['impact', 'priority', 'level', 'severity'],
	description: ['description', 'summary', 'abstract'],
} as const;

/** The sections listed under `sections` (or `categories`) in the YAML frontmatter, as a list or by prefix. */
export function sectionsFromFrontmatter(tree: Root): readonly DeclaredSection[] {
	const [first] = tree.children;
	if (first?.type !== 'yaml') return [];
	const { root } = readYaml(first.value);
	if (root?.kind !== 'map') return [];
	const places = placesOf(first.value, (first.position?.start ?? FILE_START).line + 1);
	const list = root.entries.find(({ key }) => /^(?:sections|categories)$/i.test(key))?.value;
	if (list?.kind === 'list') {
		return list.items.flatMap((item) => (item.kind === 'map' ? readSection(item, null, places(item.start)) : []));
	}
	if (list?.kind !== 'map') return [];
	return list.entries.flatMap(({ key, keyStart, value }) =>
		value.kind === 'map'
			? readSection(value, key, places(keyStart))
			: readSection({ ...list, entries: [{ key: 'title', keyStart, value }] }, key, places(keyStart)),
	);
}

function readSection(map: YamlMap, ownPrefix: string | null, place: Place): readonly DeclaredSection[] {
	const texts = (keys: readonly string[]): readonly string[] => {
		const found = keys.map((key) => map.entries.find((entry) => entry.key.toLowerCase() === key)?.value);
		return found.flatMap((value) => (value === undefined ? [] : scalarTexts(value)));
	};
	const written = texts(KEYS.prefixes).slice(0, 20);
	const prefixes = readPrefixes((ownPrefix === null ? written : [ownPrefix]).join(','), true) ?? [];
	const title = texts(KEYS.title)[0] ?? ownPrefix;
	if (title === null || (prefixes.length === 0 && ownPrefix === null)) return [];
	const impact = leadingImpact(texts(KEYS.impact)[0] ?? '');
	return [{ title, prefixes, impact, description: texts(KEYS.description)[0] ?? null, place }];
}

function scalarTexts(value: YamlNode): readonly string[] {
	if (value.kind === 'list') return value.items.flatMap(scalarTexts);
	if (value.kind === 'map' || value.value === null) return [];
	const text = value.text.replace(/\s+/g, ' ').trim();
	return text === '' ? [] : [text];
}
