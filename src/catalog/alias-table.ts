import { bareName, type RuleId } from '../domain/ids.ts';
import { type NamedRule, nameKey, nameKeys, type RuleNames } from './rule-names.ts';
import type { Statement, Statements } from './statements.ts';

/** An alias that is the id of a rule. */
export interface TakenAlias {
	readonly alias: RuleId;
	readonly statement: Statement;
	readonly holder: NamedRule;
}

/** An alias that a rule before has. */
export interface RepeatedAlias {
	readonly alias: RuleId;
	readonly statement: Statement;
	readonly first: Statement;
}

export interface AliasTable {
	/** Rule → its former ids, in the order in which they are named. */
	readonly of: (id: RuleId) => readonly RuleId[];
	/** The rule that a former stem of this pack, or a former id, leads to; null for none. */
	readonly find: (name: string, pack: string) => NamedRule | null;
	readonly taken: readonly TakenAlias[];
	readonly repeated: readonly RepeatedAlias[];
}

/**
 * Gives every alias to the first rule that names it, in frontmatter before in the config. An alias that is the id of a rule is
 * none. A stem is a former stem of its rule's pack.
 */
export function aliasTable(all: readonly Statements[], names: RuleNames): AliasTable {
	const holders = new Map<string, { readonly alias: RuleId; readonly first: Statement }>();
	const taken: TakenAlias[] = [];
	const repeated: RepeatedAlias[] = [];
	const statements = all.flatMap(({ aliases }) => aliases);
	const isOwn = ({ rule, file }: Statement): boolean => rule.file === file;
	for (const statement of [...statements.filter(isOwn), ...statements.filter((one) => !isOwn(one))]) {
		const alias = fullId(statement);
		const holder = names.find(alias, '');
		const first = holders.get(nameKey(alias))?.first;
		if (holder !== null) taken.push({ alias, statement, holder });
		else if (first === undefined) holders.set(nameKey(alias), { alias, first: statement });
		else if (first.rule !== statement.rule) repeated.push({ alias, statement, first });
	}
	const lists = new Map<RuleId, RuleId[]>();
	for (const { alias, first } of holders.values()) lists.set(first.id, [...(lists.get(first.id) ?? []), alias]);
	return {
		of: (id) => lists.get(id) ?? [],
		find: (name, pack) => {
			const key = nameKeys(name, pack).find((one) => holders.has(one));
			return (key === undefined ? undefined : holders.get(key)?.first) ?? null;
		},
		taken,
		repeated,
	};
}

function fullId({ named, pack }: Statement): RuleId {
	const name = bareName(named.name);
	const [home, stem] = name.split('/');
	return stem === undefined ? `${pack}/${name}` : `${home}/${stem}`;
}
