import { mayDeceive } from '../domain/lookalikes.ts';
import type { Frontmatter, Named } from '../domain/rule.ts';
import { isEmptyTag, tagKey } from '../domain/tags.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import type { YamlNode, YamlScalar } from './yaml-nodes.ts';
import { textOffsets } from './yaml-places.ts';

interface WrittenTag {
	readonly text: string;
	readonly offset: number;
}

const expected = 'words separated by commas, or a list of words';

/**
 * The tags of a rule, spelled as written and without repeats, from any shape in use: words separated by commas,
 * a list in brackets, a list with hyphens, a single word. Each fault is reported at its tag.
 */
export function readTags(
	node: YamlNode | null,
	context: FrontmatterContext,
): Pick<Frontmatter, 'tags' | 'unusualTags'> {
	const spellings = new Map<string, string>();
	const unusualTags: Named[] = [];
	for (const { text, offset } of node === null ? [] : writtenTags(node, context)) {
		const key = tagKey(text);
		const first = spellings.get(key);
		if (isEmptyTag(text)) context.report('tag-empty', offset, {});
		else if (first !== undefined) context.report('tag-duplicate', offset, { tag: text, first });
		else {
			spellings.set(key, text);
			if (mayDeceive(text)) unusualTags.push({ name: text, place: context.at(offset) });
		}
	}
	return { tags: [...spellings.values()], ...(unusualTags.length > 0 && { unusualTags }) };
}

function writtenTags(node: YamlNode, context: FrontmatterContext): readonly WrittenTag[] {
	if (node.kind === 'map') {
		context.report('value-type', node.start, { key: 'tags', found: 'a group of keys and values', expected });
		return [];
	}
	if (node.kind === 'list') return listedTags(node.items, true, context);
	// `tags:` and `tags: null` say that there are none; `tags: NULL` is about SQL.
	const none = node.type === 'null' && ['', '~', 'null'].includes(node.text);
	return none ? [] : scalarTags(node, true, context);
}

function listedTags(items: readonly YamlNode[], mayNest: boolean, context: FrontmatterContext): readonly WrittenTag[] {
	return items.flatMap((item) => {
		if (item.kind === 'scalar') return scalarTags(item, item.style === 'plain' || item.style === 'block', context);
		if (item.kind === 'list' && mayNest) return listedTags(item.items, false, context);
		const found = item.kind === 'map' ? 'a list that holds keys and values' : 'a list in a list in a list';
		context.report('value-type', item.start, { key: 'tags', found, expected });
		return [];
	});
}

function scalarTags(scalar: YamlScalar, split: boolean, context: FrontmatterContext): readonly WrittenTag[] {
	const { type, text, start } = scalar;
	if (type === 'null') {
		context.report('tag-null', start, { written: text });
		return text === '' || text === '~' ? [] : [{ text, offset: start }];
	}
	if (type !== 'text') {
		context.report('tag-number', start, { written: text, type });
		return [{ text, offset: start }];
	}
	return split ? splitAtCommas(scalar, context.yaml) : [{ text: text.trim(), offset: start }];
}

function splitAtCommas(scalar: YamlScalar, yaml: string): readonly WrittenTag[] {
	const offsets = textOffsets(yaml, scalar);
	const tags: WrittenTag[] = [];
	let from = 0;
	for (const piece of scalar.text.split(/[,，、]/)) {
		const lead = piece.length - piece.trimStart().length;
		const text = piece.trim();
		// An empty tag has no place of its own: it is shown at the comma that makes it empty.
		const index = text === '' ? Math.min(from + piece.length, scalar.text.trimEnd().length - 1) : from + lead;
		tags.push({ text, offset: offsets[index] ?? scalar.start });
		from += piece.length + 1;
	}
	return tags;
}
