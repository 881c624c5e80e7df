import type { Annotation, Annotations } from '../domain/annotation.ts';
import type { Config } from '../domain/config.ts';
import { findKey } from '../domain/config-text.ts';
import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import { placeIn } from '../domain/place.ts';
import { readDeclarations } from './declarations.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import { entriesOf } from './value-nodes.ts';

/**
 * Reads and checks what the config says of single rules, as frontmatter is checked. `file` is the config file as a diagnostic
 * names it. Diagnostics stand where the config's text spells the value out, else at the rule's id, else at the start.
 */
export function parseAnnotations(
	{ rules, text, ownContent }: Pick<Config, 'ownContent' | 'rules' | 'text'>,
	file: string,
): { readonly annotations: Annotations; readonly diagnostics: readonly Diagnostic[] } {
	const diagnostics: Diagnostic[] = [];
	const at = (offset: number) => placeIn(text, offset);
	const context: FrontmatterContext = {
		yaml: text,
		at,
		report: (code, offset, args) => diagnostics.push(diagnostic(code, file, at(offset), args)),
		reportAt: (code, place, args) => diagnostics.push(diagnostic(code, file, place, args)),
	};
	const begin = findKey(text, 'rules', 0)?.end ?? 0;
	const starts = new Map(Object.keys(rules).map((id) => [id, findKey(text, id, begin)?.start ?? null]));
	const found = [...starts.values()].filter((start) => start !== null).sort((a, b) => a - b);
	const entries = Object.entries(rules).map(([id, keys]): Annotation => {
		const start = starts.get(id) ?? null;
		const to = found.find((other) => start !== null && other > start) ?? text.length;
		// Without a place of its own, a rule's values must not be found in another rule.
		const search = { text, from: start === null ? text.length : start + id.length, to };
		const values = new Map(entriesOf(keys, search, start ?? 0).map((entry) => [entry.key, entry]));
		return { ...readDeclarations(values, context).declarations, rule: { name: id, place: at(start ?? 0) } };
	});
	return { annotations: { file, entries, complete: ownContent }, diagnostics };
}
