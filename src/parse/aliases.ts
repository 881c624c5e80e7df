import { bareName, idSegment } from '../domain/ids.ts';
import type { Named } from '../domain/rule.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import type { Kept } from './kept.ts';
import { readRuleNames } from './names.ts';
import type { YamlEntry } from './yaml-nodes.ts';

/** The former stems and ids of a rule. A name that could be neither is an error at its place, and left out. */
export function readAliases(entry: YamlEntry | undefined, context: FrontmatterContext): Kept<readonly Named[]> {
	const { value, ...rest } = readRuleNames(entry, context);
	return { value: value.filter((alias) => isUsable(alias, context)), ...rest };
}

function isUsable({ name, place }: Named, context: FrontmatterContext): boolean {
	const alias = bareName(name);
	const segments = alias.split('/');
	if (segments.length <= 2 && segments.every((segment) => idSegment(segment) === segment)) return true;
	const usable = segments.filter((segment) => /[\p{L}\p{N}]/u.test(segment));
	const near = usable.slice(-2).map(idSegment).join('/');
	context.reportAt('alias-invalid', place, { alias, near: near === '' ? null : near });
	return false;
}
