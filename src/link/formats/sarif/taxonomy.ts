import type { CodeLink, LinkCatalog, PublishedRule } from '../../catalog.ts';
import { appendItems, setMember, setMembers } from '../../json/edit.ts';
import {
	itemsAt,
	type JsonNode,
	type JsonObject,
	type JsonValue,
	member,
	numberAt,
	plainValue,
} from '../../json/node.ts';
import type { Edit } from '../../types.ts';
import type { ComponentPlan, RunPlan } from './plan.ts';
import { KEPT, type Run } from './run.ts';

/** The team's rules that a run leads to, as a taxonomy of that run. */
export interface Taxonomy {
	/** Place among the taxonomies of the run. */
	readonly index: number;
	/** Whether an earlier run has left it there. */
	readonly isThere: boolean;
	/** The `toolComponent`. */
	readonly value: { readonly [key: string]: JsonValue };
	/** What a descriptor says of the rules that it leads to. */
	readonly relationshipsOf: (link: CodeLink) => readonly JsonValue[];
	/** How a component refers to it. */
	readonly reference: { readonly name: string; readonly index: number };
}

/** The taxonomy of a run; null for a run that leads to no rule and has none of an earlier run. */
export function taxonomyOf({ taxonomies }: Run, plan: RunPlan, { name, url }: LinkCatalog): Taxonomy | null {
	const links = [...plan.values()].flatMap(linksOf);
	const rules = [...new Map(links.flatMap((link) => link.rules).map((rule) => [rule.id, rule])).values()];
	if (rules.length === 0 && taxonomies.own === null) return null;
	rules.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	const places = new Map(rules.map(({ id }, place) => [id, place]));
	const index = taxonomies.own ?? taxonomies.count;
	const reference = { name: name || url, index };
	return {
		index,
		isThere: taxonomies.own !== null,
		value: { name: name || url, informationUri: url, taxa: rules.map(taxonOf), properties: { [KEPT]: true } },
		relationshipsOf: (link) =>
			link.rules.map((rule) => ({
				target: { id: rule.id, index: places.get(rule.id) ?? -1, toolComponent: reference },
				kinds: [explainsMore(rule) ? 'superset' : 'relevant'],
			})),
		reference,
	};
}

/** Adds the taxonomy to those of its run, or to a run that has none; only the places of what they hold need be known. */
export function addTaxonomy(node: JsonNode, { isThere, value }: Taxonomy): Edit | null {
	if (isThere) return null;
	if (node.type === 'array') return appendItems(node, [value]);
	if (node.type !== 'object' || member(node, 'taxonomies')?.type === 'array') return null;
	return setMember(node, 'taxonomies', [value]);
}

/** Brings the taxonomy of an earlier run up to date. */
export function renewTaxonomy(there: JsonNode, { value }: Taxonomy): readonly Edit[] {
	return there.type === 'object' ? setMembers(there, value) : [];
}

/** Brings the `supportedTaxonomies` of a component up to date, where they are there; null when they are. */
export function support(supported: JsonNode, { index, reference }: Taxonomy): Edit | null {
	if (supported.type !== 'array') return null;
	const own = supported.items.find((one) => numberAt(one, 'index') === index);
	if (own === undefined) return appendItems(supported, [reference]);
	return own.type === 'object' ? setMember(own, 'name', reference.name) : null;
}

/**
 * What becomes of the `relationships` of a descriptor, so that those to this taxonomy are as they should be: an edit of what is
 * there, or a value to be set (undefined: to be removed). Null when nothing is to change.
 */
export function relate(
	descriptor: JsonObject,
	{ index, relationshipsOf }: Taxonomy,
	link: CodeLink | null,
): { readonly edit: Edit } | { readonly value: JsonValue | undefined } | null {
	const there = member(descriptor, 'relationships');
	const items = itemsAt(descriptor, 'relationships');
	const others = items.filter((one) => numberAt(one, 'target', 'toolComponent', 'index') !== index);
	const wanted = link === null ? [] : relationshipsOf(link);
	if (others.length < items.length) {
		return { value: others.length + wanted.length === 0 ? undefined : [...others.map(plainValue), ...wanted] };
	}
	if (wanted.length === 0) return null;
	const edit = there?.type === 'array' ? appendItems(there, wanted) : null;
	return edit === null ? { value: wanted } : { edit };
}

function linksOf({ links, added }: ComponentPlan): readonly CodeLink[] {
	return [...links, ...added.map(({ link }) => link)].filter((link) => link !== null);
}

function taxonOf({ id, title, url }: PublishedRule): JsonValue {
	return { id, shortDescription: { text: title }, helpUri: url };
}

/** Whether a rule covers more than the one code that leads to it. */
function explainsMore({ linters }: PublishedRule): boolean {
	return Object.values(linters).flat().length !== 1;
}
