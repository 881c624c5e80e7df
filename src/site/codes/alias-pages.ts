import { rulePath } from '../../domain/ids.ts';
import type { Rule } from '../../domain/rule.ts';
import { canBeFolder, folderKey, folderOf } from './relative.ts';

/** A former address of a rule. */
export interface AliasPage {
	/** Site path: `/rules/<pack>/<alias>/`. The pack need not exist any more. */
	readonly path: string;
	/** The `[...alias]` parameter. */
	readonly param: string;
	readonly rule: Rule;
}

/**
 * A page for every former id. One that is a rule's own address, if only on a disk that takes `A` and `a` for one, is left out:
 * it would take the place of that rule's page. Of two rules with one alias the first has it.
 */
export function aliasPages(rules: readonly Rule[]): readonly AliasPage[] {
	const taken = new Set(rules.map(({ path }) => folderKey(path)));
	return rules.flatMap((rule) =>
		rule.aliases.flatMap((alias) => {
			const cut = alias.indexOf('/');
			const path = rulePath(alias.slice(0, cut), alias.slice(cut + 1));
			if (!canBeFolder(path) || taken.has(folderKey(path))) return [];
			taken.add(folderKey(path));
			return [{ path, param: folderOf(path).slice('rules/'.length), rule }];
		}),
	);
}
