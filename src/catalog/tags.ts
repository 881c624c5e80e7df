import type { RuleId } from '../domain/ids.ts';
import type { Rule, Tag } from '../domain/rule.ts';
import { boundedSegment } from '../domain/segments.ts';
import { tagKey, tagSlug } from '../domain/tags.ts';
import { compareText, uniqueNames } from './words.ts';

/** All tags of the rules, spellings of one tag together, sorted by key. Rules keep their order. */
export function gatherTags(rules: readonly Rule[]): readonly Tag[] {
	const found = new Map<string, { spellings: Map<string, number>; rules: RuleId[] }>();
	for (const rule of rules) {
		for (const tag of rule.tags) {
			const key = tagKey(tag);
			const entry = found.get(key) ?? { spellings: new Map<string, number>(), rules: [] };
			found.set(key, entry);
			entry.spellings.set(tag, (entry.spellings.get(tag) ?? 0) + 1);
			if (entry.rules.at(-1) !== rule.id) entry.rules.push(rule.id);
		}
	}
	const unique = uniqueNames();
	return [...found]
		.sort(([a], [b]) => compareText(a, b))
		.map(([key, { spellings, rules: ids }]) => ({
			key,
			slug: unique(boundedSegment(tagSlug(key)) || 'tag'),
			name: mostUsed(spellings) ?? key,
			rules: ids,
		}));
}

function mostUsed(spellings: ReadonlyMap<string, number>): string | undefined {
	return [...spellings].sort(([a, many], [b, few]) => few - many || compareText(a, b))[0]?.[0];
}
