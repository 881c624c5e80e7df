import { bareName, type RuleId, ruleId, stemOf } from '../domain/ids.ts';
import type { ParsedRule } from '../domain/rule.ts';
import type { ArrangedPack } from './arranged.ts';

/** A rule with its id. */
export interface NamedRule {
	readonly rule: ParsedRule;
	readonly id: RuleId;
	readonly pack: string;
}

/** The rules of all packs by name. Names are compared without case, since addresses become files. */
export interface RuleNames {
	readonly rules: readonly NamedRule[];
	/** The rule that a stem of this pack, or an id of any, names; null for none. */
	readonly find: (name: string, pack: string) => NamedRule | null;
	/** True for the name of a file that may be a rule but is none now: it has an error of its own to be read first. */
	readonly isAwaited: (name: string, pack: string) => boolean;
	/** Names to propose in place of one that no rule has: stems of this pack, or ids. */
	readonly near: (name: string, pack: string) => readonly string[];
}

export function ruleNames(packs: readonly ArrangedPack[]): RuleNames {
	const all = new Map<string, NamedRule>();
	const awaited = new Set<string>();
	for (const { parsed, rules } of packs) {
		const pack = parsed.folder.name;
		for (const rule of rules) {
			const id = ruleId(pack, rule.stem);
			all.set(nameKey(id), { rule, id, pack });
		}
		for (const { source } of parsed.folder.rules) awaited.add(nameKey(ruleId(pack, stemOf(source))));
	}
	const rules = [...all.values()];
	return {
		rules,
		find: (name, pack) => {
			const found = nameKeys(name, pack).find((key) => all.has(key));
			return found === undefined ? null : (all.get(found) ?? null);
		},
		isAwaited: (name, pack) => nameKeys(name, pack).some((key) => awaited.has(key) && !all.has(key)),
		near: (name, pack) =>
			name.includes('/')
				? rules.map(({ id }) => id)
				: rules.filter((one) => one.pack === pack).map(({ rule }) => rule.stem),
	};
}

/** The keys under which a name is looked for: as a stem of its own pack, then as an id. */
export function nameKeys(name: string, pack: string): readonly string[] {
	const bare = bareName(name);
	return [nameKey(`${pack}/${bare}`), nameKey(bare)];
}

/** One key for all spellings of an id that one file on a disk could have. */
export function nameKey(id: string): string {
	return id.normalize('NFC').toLowerCase();
}
