import { isLinterName } from '../domain/code-shape.ts';
import { codeKey, findLinter, LINTER_NAMES } from '../domain/linters.ts';
import { nearest } from '../domain/nearest.ts';
import type { PlacedCode } from '../domain/rule.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import { isNothing, type Kept, keepWhole, shapeOf } from './kept.ts';
import { codesOf } from './linter-codes.ts';
import { toJson, type YamlEntry } from './yaml-nodes.ts';

const expected = 'linters with their codes, such as `eslint: [no-eval]`';

/**
 * The codes of a map from linters to a code or codes, in the linters' own spelling, each once.
 * What is no map is reported and kept; a wrong code is an error at its place.
 */
export function readLinters(entry: YamlEntry | undefined, context: FrontmatterContext): Kept<readonly PlacedCode[]> {
	if (entry === undefined || isNothing(entry.value)) return { value: [] };
	if (entry.value.kind !== 'map') return keepWhole(entry, [], expected, context);
	const codes = new Map<string, { code: PlacedCode; written: string }>();
	const rest: [string, unknown][] = [];
	for (const { key, keyStart, value } of entry.value.entries) {
		const linter = readLinterName(key, keyStart, context);
		if (linter === null) continue;
		const { found, strange } = codesOf(linter, value, context);
		for (const { code, written } of found) {
			const same = codeKey(code);
			const first = codes.get(same);
			if (first === undefined) codes.set(same, { code, written });
			else
				context.reportAt('code-duplicate', code.place, {
					linter: code.linter,
					code: written,
					first: first.written,
				});
		}
		for (const node of strange) {
			context.report('value-type', node.start, {
				key: `linters.${key}`,
				found: shapeOf(node),
				expected: 'a code or a list of codes',
			});
		}
		if (strange.length > 0) rest.push([key, toJson(value)]);
	}
	const value = [...codes.values()].map(({ code }) => code);
	return rest.length === 0 ? { value } : { value, rest: Object.fromEntries(rest) };
}

/** The linter's own name; null for a name that no linter can have, which is reported. */
function readLinterName(written: string, offset: number, context: FrontmatterContext): string | null {
	const known = findLinter(written);
	if (known !== null) return known.name;
	const name = written.trim().toLowerCase();
	if (!isLinterName(name)) {
		context.report('linter-invalid', offset, { name: written.trim() });
		return null;
	}
	context.report('linter-unknown', offset, { name: written.trim(), near: nearest(name, LINTER_NAMES) });
	return name;
}
