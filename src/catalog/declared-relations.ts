import { type RuleId, ruleId } from '../domain/ids.ts';
import type { Named, ParsedRule } from '../domain/rule.ts';
import type { ArrangedPack } from './arranged.ts';

/** What the authors say of related rules. */
export interface DeclaredRelations {
	/** In the author's order, without repeats; rules that name none are absent. */
	readonly found: ReadonlyMap<RuleId, readonly RuleId[]>;
	/** Names that no rule has. */
	readonly unknown: readonly { readonly rule: ParsedRule; readonly named: Named }[];
}

/** Finds the rules that authors name, by stem in their own pack or by id in any: `close-files`, `c-basics/close-files`. */
export function declaredRelations(packs: readonly ArrangedPack[]): DeclaredRelations {
	const ids = new Map<string, RuleId>();
	for (const { parsed, rules } of packs) {
		for (const { stem } of rules) ids.set(keyOf(parsed.folder.name, stem), ruleId(parsed.folder.name, stem));
	}
	const found = new Map<RuleId, readonly RuleId[]>();
	const unknown: { rule: ParsedRule; named: Named }[] = [];
	for (const { parsed, rules } of packs) {
		for (const rule of rules) {
			const own = ruleId(parsed.folder.name, rule.stem);
			const named = new Set<RuleId>();
			for (const one of rule.frontmatter.related) {
				const name = one.name.replace(/^\.\//, '').replace(/\.mdx?$/i, '');
				const id = ids.get(keyOf(parsed.folder.name, name)) ?? ids.get(key(name));
				if (id === undefined) unknown.push({ rule, named: one });
				else if (id !== own) named.add(id);
			}
			if (named.size > 0) found.set(own, [...named]);
		}
	}
	return { found, unknown };
}

function keyOf(pack: string, stem: string): string {
	return key(`${pack}/${stem}`);
}

function key(id: string): string {
	return id.normalize('NFC').toLowerCase();
}
