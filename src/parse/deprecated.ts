import type { DeclaredDeprecation, Named } from '../domain/rule.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import { isNothing, type Kept, keepWhole } from './kept.ts';
import { readRuleNames } from './names.ts';
import { toJson, type YamlEntry, type YamlMap, type YamlScalar } from './yaml-nodes.ts';

const expected = 'true, a reason, or `{ message: …, replacedBy: … }`';

/** What is understood of `deprecated`, and what is kept of it and of a `replacedBy` beside it. */
export interface KeptDeprecation extends Kept<DeclaredDeprecation | null> {
	readonly restBeside?: unknown;
}

/**
 * The notice on a rule that no longer holds: `true`, a reason, or a reason and the rules to follow instead.
 * These may stand in a `replacedBy` of its own, too.
 */
export function readDeprecated(
	entry: YamlEntry | undefined,
	beside: YamlEntry | undefined,
	context: FrontmatterContext,
): KeptDeprecation {
	const own = entry === undefined ? { value: null } : readOwn(entry, context);
	if (beside === undefined) return own;
	if (own.value === null) {
		const found = 'without `deprecated`, so it says nothing';
		context.report('value-type', beside.keyStart, {
			key: 'replacedBy',
			found,
			expected: 'a key beside `deprecated: true`',
		});
		return { ...own, restBeside: toJson(beside.value) };
	}
	const { value: names, rest: restBeside } = readRuleNames(beside, context);
	const replacedBy: readonly Named[] = [...own.value.replacedBy, ...names];
	return { ...own, value: { ...own.value, replacedBy }, ...(restBeside !== undefined && { restBeside }) };
}

function readOwn(entry: YamlEntry, context: FrontmatterContext): Kept<DeclaredDeprecation | null> {
	const { value, keyStart } = entry;
	const plain: DeclaredDeprecation = { message: null, replacedBy: [], place: context.at(keyStart) };
	if (isNothing(value)) return { value: null };
	if (value.kind === 'map') return readMap(value, plain, context);
	if (value.kind === 'list') return keepWhole(entry, null, expected, context);
	const isDeprecated = answerOf(value);
	if (isDeprecated !== null) return { value: isDeprecated ? plain : null };
	if (value.type !== 'text') return keepWhole(entry, null, expected, context);
	const message = value.text.trim();
	return { value: message === '' ? null : { ...plain, message } };
}

/** Yes or no in the words of YAML and of its earlier versions; null for other text. */
function answerOf({ type, text, value }: YamlScalar): boolean | null {
	if (type === 'boolean') return value === true;
	if (/^(?:true|yes|on)$/i.test(text)) return true;
	return /^(?:false|no|off)$/i.test(text) ? false : null;
}

function readMap(map: YamlMap, plain: DeclaredDeprecation, context: FrontmatterContext): Kept<DeclaredDeprecation> {
	const rest: [string, unknown][] = [];
	let { message, replacedBy } = plain;
	for (const entry of map.entries) {
		const { key, value } = entry;
		if (key === 'message' && value.kind === 'scalar') {
			message = (value.type === 'null' ? '' : value.text.trim()) || null;
		} else if (key === 'message') {
			rest.push([key, keepWhole({ key: 'deprecated.message', value }, null, 'text', context).rest]);
		} else if (key === 'replacedBy') {
			const names = readRuleNames({ ...entry, key: 'deprecated.replacedBy' }, context);
			replacedBy = names.value;
			if (names.rest !== undefined) rest.push([key, names.rest]);
		} else {
			rest.push([key, toJson(value)]);
		}
	}
	const value = { ...plain, message, replacedBy };
	return rest.length === 0 ? { value } : { value, rest: Object.fromEntries(rest) };
}
