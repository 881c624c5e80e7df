import type { RuleId } from '../domain/ids.ts';
import type { Statement, Statements } from './statements.ts';

/** A rule that is replaced by itself, and over which rules: the first and the last are the same. */
export interface Cycle {
	readonly statement: Statement;
	readonly chain: readonly RuleId[];
}

/**
 * Every circle of replacements, once: at the rule from which it is first reached, and the statement that leads on from there.
 * `find` tells which rule a statement names; null for none.
 */
export function replacementCycles(
	all: readonly Statements[],
	find: (statement: Statement) => RuleId | null,
): readonly Cycle[] {
	const steps = new Map(all.map(({ id, replacedBy }) => [id, replacedBy.map((one) => ({ one, to: find(one) }))]));
	const done = new Set<RuleId>();
	const cycles: Cycle[] = [];
	for (const { id } of all) if (!done.has(id)) follow(id);
	return cycles;

	/** Goes down without recursion: a chain of replacements may be as long as the catalog. */
	function follow(start: RuleId): void {
		const path: { readonly id: RuleId; next: number }[] = [{ id: start, next: 0 }];
		const onPath = new Map<RuleId, number>([[start, 0]]);
		for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
			const step = steps.get(top.id)?.[top.next++];
			if (step === undefined) {
				done.add(top.id);
				onPath.delete(top.id);
				path.pop();
			} else if (step.to !== null && onPath.has(step.to)) {
				report(path, onPath.get(step.to) ?? 0);
			} else if (step.to !== null && !done.has(step.to)) {
				onPath.set(step.to, path.length);
				path.push({ id: step.to, next: 0 });
			}
		}
	}

	function report(path: readonly { readonly id: RuleId; readonly next: number }[], from: number): void {
		const circle = path.slice(from);
		const [first] = circle;
		const statement = first === undefined ? undefined : steps.get(first.id)?.[first.next - 1]?.one;
		if (first === undefined || statement === undefined) return;
		cycles.push({ statement, chain: [...circle.map(({ id }) => id), first.id] });
	}
}
