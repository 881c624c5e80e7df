import type { CodeLink } from '../catalog.ts';
import { setMember, setMembers } from '../json/edit.ts';
import { type JsonNode, type JsonObject, type JsonValue, objectAt } from '../json/node.ts';
import { selectJson } from '../json/select.ts';
import type { Edit, LinkContext, Report } from '../types.ts';

const RESULTS = ['results.*.messages.*.ruleId', 'results.*.suppressedMessages.*.ruleId'];
const RULE = 'metadata.rulesMeta.*';
const RULES = 'metadata.rulesMeta';

/**
 * Sets `docs.url` of every rule that has a page, and describes those that ESLint left out because they were not loaded. There is
 * one change a rule at most, so they are held until the end: which rules the results name may be known only then.
 */
export async function* eslintMetadataEdits(report: Report, { catalog, saw, warn }: LinkContext): AsyncGenerator<Edit> {
	const named = new Map<string, CodeLink | null>();
	const described = new Set<string>();
	const edits: (Edit | null)[] = [];
	let rules: JsonObject | null = null;
	for await (const { pattern, path, node } of selectJson(report, [...RESULTS, RULE, { shallow: RULES }], warn)) {
		if (pattern === RULES) rules = node.type === 'object' ? node : null;
		else if (pattern === RULE) {
			const code = String(path.at(-1));
			described.add(code);
			const link = catalog.find({ linter: 'eslint', code });
			if (link !== null) edits.push(setDocs(node, link.url));
		} else if (node.type === 'string') {
			const name = { linter: 'eslint', code: node.value };
			const known = named.get(node.value);
			const link = known === undefined ? catalog.find(name) : known;
			named.set(node.value, link);
			saw(name, link);
		}
	}
	if (rules !== null) edits.push(...undescribed(rules, named, described));
	yield* edits.filter((edit) => edit !== null).sort((a, b) => a.start - b.start);
}

function setDocs(rule: JsonNode, url: string): Edit | null {
	if (rule.type !== 'object') return null;
	const docs = objectAt(rule, 'docs');
	return docs === null ? setMember(rule, 'docs', { url }) : setMember(docs, 'url', url);
}

function undescribed(
	rules: JsonObject,
	named: ReadonlyMap<string, CodeLink | null>,
	described: ReadonlySet<string>,
): readonly Edit[] {
	const missing = [...named].flatMap(([code, link]): [string, JsonValue][] =>
		link === null || described.has(code) ? [] : [[code, { docs: { url: link.url } }]],
	);
	return setMembers(rules, Object.fromEntries(missing));
}
