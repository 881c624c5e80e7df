import type { Annotation, Annotations } from '../domain/annotation.ts';
import type { RuleId } from '../domain/ids.ts';
import type { ParsedRule } from '../domain/rule.ts';
import { type AliasTable, aliasTable } from './alias-table.ts';
import type { ArrangedPack } from './arranged.ts';
import { replacementCycles } from './replacement-cycles.ts';
import { type NamedRule, type RuleNames, ruleNames } from './rule-names.ts';
import { joinStatements, type Statement, type Statements } from './statements.ts';

/** What authors say of the links between rules, looked up. */
export interface DeclaredLinks {
	readonly names: RuleNames;
	readonly aliases: AliasTable;
	readonly all: ReadonlyMap<RuleId, Statements>;
	/** Rule → the rules that it names, in the author's order, without repeats and itself. */
	readonly related: Links;
	readonly conflicts: Links;
	readonly replacedBy: Links;
	/** Rules that are replaced by themselves, round about: each circle once, with the statement that begins it. */
	readonly cycles: readonly { readonly statement: Statement; readonly chain: readonly RuleId[] }[];
	/** Annotations of rules that are not there. */
	readonly strangers: readonly Annotation[];
	readonly annotations: Annotations | null;
	/** Rules that are not published, because their own file says something of a link that cannot hold. */
	readonly barred: ReadonlySet<ParsedRule>;
}

export interface Links {
	readonly of: (id: RuleId) => readonly RuleId[];
	/** Names that no rule has. */
	readonly unknown: readonly Statement[];
	/** Names that mean the rule itself. */
	readonly own: readonly Statement[];
}

/** Looks up all names that authors give, in frontmatter and in the config: stems of the own pack, ids, aliases of either. */
export function declaredLinks(packs: readonly ArrangedPack[], annotations: Annotations | null): DeclaredLinks {
	const names = ruleNames(packs);
	const { byRule, strangers } = assign(annotations, names);
	const all = names.rules.map((own) => joinStatements(own, byRule.get(own.rule) ?? [], annotations?.file ?? ''));
	const aliases = aliasTable(all, names);
	const find = (name: string, pack: string): NamedRule | null => names.find(name, pack) ?? aliases.find(name, pack);
	const linksOf = (statements: (of: Statements) => readonly Statement[]): Links =>
		resolve(all.flatMap(statements), find, names);
	const related = linksOf((one) => one.related);
	const conflicts = linksOf((one) => one.conflicts);
	const replacedBy = linksOf((one) => one.replacedBy);
	const cycles = replacementCycles(all, (statement) => find(statement.named.name, statement.pack)?.id ?? null);
	const faults = [
		...[...aliases.taken, ...aliases.repeated].map(({ statement }) => statement),
		...conflicts.unknown,
		...conflicts.own,
		...replacedBy.unknown,
		...cycles.map(({ statement }) => statement),
	];
	const barred = new Set(faults.filter(({ rule, file }) => rule.file === file).map(({ rule }) => rule));
	return {
		names,
		aliases,
		all: new Map(all.map((one) => [one.id, one])),
		related,
		conflicts: bothWays(conflicts, names),
		replacedBy,
		cycles,
		strangers,
		annotations,
		barred,
	};
}

/** Finds the rule of each annotation; a rule that has a new name is found by its former one. */
function assign(
	annotations: Annotations | null,
	names: RuleNames,
): { readonly byRule: ReadonlyMap<ParsedRule, readonly Annotation[]>; readonly strangers: readonly Annotation[] } {
	const former = aliasTable(
		names.rules.map((own) => joinStatements(own, [], '')),
		names,
	);
	const byRule = new Map<ParsedRule, Annotation[]>();
	const strangers: Annotation[] = [];
	for (const one of annotations?.entries ?? []) {
		const found = names.find(one.rule.name, '') ?? former.find(one.rule.name, '');
		if (found === null) strangers.push(one);
		else byRule.set(found.rule, [...(byRule.get(found.rule) ?? []), one]);
	}
	return { byRule, strangers };
}

function resolve(
	statements: readonly Statement[],
	find: (name: string, pack: string) => NamedRule | null,
	names: RuleNames,
): Links {
	const found = new Map<RuleId, Set<RuleId>>();
	const unknown: Statement[] = [];
	const own: Statement[] = [];
	for (const statement of statements) {
		const { id, pack, named, rule } = statement;
		const other = find(named.name, pack);
		if (other === null) {
			if (!names.isAwaited(named.name, pack)) unknown.push(statement);
		} else if (other.rule === rule) own.push(statement);
		else found.set(id, (found.get(id) ?? new Set()).add(other.id));
	}
	return { of: (id) => [...(found.get(id) ?? [])], unknown, own };
}

/** Rules that conflict do so both ways, whichever of them says it; what a rule says itself comes first. */
function bothWays(links: Links, { rules }: RuleNames): Links {
	const found = new Map(rules.map(({ id }) => [id, new Set(links.of(id))]));
	for (const { id } of rules) for (const other of links.of(id)) found.get(other)?.add(id);
	return { ...links, of: (id) => [...(found.get(id) ?? [])] };
}
