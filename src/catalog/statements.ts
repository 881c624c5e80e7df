import type { Annotation, Annotations, Declarations } from '../domain/annotation.ts';
import type { RuleId } from '../domain/ids.ts';
import type { LinterCode } from '../domain/linter.ts';
import { codeKey } from '../domain/linters.ts';
import type { DeclaredDeprecation, Named, ParsedRule } from '../domain/rule.ts';

/** A name that an author gives for a rule, with the file in which it is said: the rule's own, or the config. */
export interface Statement {
	readonly rule: ParsedRule;
	readonly id: RuleId;
	readonly pack: string;
	readonly named: Named;
	readonly file: string;
}

/** All that is said of a rule, its frontmatter first, then the config, without repeats. */
export interface Statements {
	readonly rule: ParsedRule;
	readonly id: RuleId;
	readonly pack: string;
	readonly aliases: readonly Statement[];
	readonly related: readonly Statement[];
	readonly conflicts: readonly Statement[];
	readonly replacedBy: readonly Statement[];
	readonly codes: readonly LinterCode[];
	readonly standards: readonly string[];
	/** The reason is the frontmatter's where it gives one. */
	readonly deprecated: DeclaredDeprecation | null;
}

/** Joins what the frontmatter of a rule says with the config's annotations of it. */
export function joinStatements(
	own: Pick<Statements, 'id' | 'pack' | 'rule'>,
	annotations: readonly Annotation[],
	config: Annotations['file'],
): Statements {
	const sources: readonly (readonly [Declarations, string])[] = [
		[own.rule.frontmatter, own.rule.file],
		...annotations.map((one) => [one, config] as const),
	];
	const all = (names: (declared: Declarations) => readonly Named[]): readonly Statement[] =>
		sources.flatMap(([declared, file]) => names(declared).map((named) => ({ ...own, named, file })));
	const deprecations = sources.map(([{ deprecated }]) => deprecated).filter((one) => one !== null);
	const [first] = deprecations;
	const codes = sources.flatMap(([declared]) => declared.codes.map(({ linter, code }) => ({ linter, code })));
	return {
		...own,
		aliases: all(({ aliases }) => aliases),
		related: all(({ related }) => related),
		conflicts: all(({ conflicts }) => conflicts),
		replacedBy: all(({ deprecated }) => deprecated?.replacedBy ?? []),
		codes: onceBy(codes, codeKey),
		standards: [...new Set(sources.flatMap(([{ standards }]) => standards.map(({ name }) => name)))],
		deprecated:
			first === undefined
				? null
				: { ...first, message: deprecations.find(({ message }) => message !== null)?.message ?? null },
	};
}

/** Where a statement stands: `web/a.md:4`. */
export function whereStated({ file, named }: Statement): string {
	return `${file}:${named.place.line}`;
}

function onceBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
	const first = new Map<string, T>();
	for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
	return [...first.values()];
}
