import type { CodeLink } from '../../catalog.ts';
import { setMembers } from '../../json/edit.ts';
import { type JsonNode, type JsonObject, type JsonValue, member, objectAt, textAt } from '../../json/node.ts';
import type { Edit } from '../../types.ts';
import { fullText, helpMarkdown, helpText, shortText } from './help.ts';
import { KEPT } from './run.ts';
import { relate, type Taxonomy } from './taxonomy.ts';
import { uriOf } from './uri.ts';

/** What a descriptor says, as far as it carries links; null where it says nothing. */
interface Words {
	readonly helpUri: string | null;
	readonly helpText: string | null;
	readonly helpMarkdown: string | null;
	readonly shortDescription: string | null;
	readonly fullDescription: string | null;
}

const PLACES = {
	helpUri: ['helpUri'],
	helpText: ['help', 'text'],
	helpMarkdown: ['help', 'markdown'],
	shortDescription: ['shortDescription', 'text'],
	fullDescription: ['fullDescription', 'text'],
} as const satisfies Record<keyof Words, readonly string[]>;

const KEYS = Object.keys(PLACES) as (keyof Words)[];

export interface LinkedRule {
	readonly link: CodeLink | null;
	/** Name of the tool. */
	readonly tool: string;
	/** Name of the team's site. */
	readonly site: string;
	/** The team's rules as a taxonomy of the run; null to leave relationships as they are. */
	readonly taxonomy: Taxonomy | null;
}

/** The edits that make a descriptor lead to the team's rules; without a link, those that bring back the tool's own words. */
export function descriptorEdits(descriptor: JsonObject, rule: LinkedRule): readonly Edit[] {
	const properties = objectAt(descriptor, 'properties');
	const kept = objectAt(properties, KEPT, 'original');
	const found = wordsOf(descriptor);
	const own = ownWords(found, kept);
	const wanted = linkedWords(textAt(descriptor, 'id') ?? '', own, rule);
	const changed = KEYS.filter((key) => wanted[key] !== own[key]);
	const original = Object.fromEntries(changed.map((key) => [key, own[key]]));
	const record = changed.length === 0 ? undefined : { original };
	const top: Record<string, JsonValue | undefined> = {};
	const edits: Edit[] = [];

	if (wanted.helpUri !== found.helpUri || invalid(descriptor, 'helpUri')) top['helpUri'] = wanted.helpUri ?? undefined;
	for (const [key, parts] of [
		['shortDescription', { text: wanted.shortDescription }],
		['fullDescription', { text: wanted.fullDescription }],
		['help', { text: wanted.helpText, markdown: wanted.helpMarkdown }],
	] as const) {
		const message = objectAt(descriptor, key);
		const left = Object.entries(parts).filter((part): part is [string, string] => part[1] !== null);
		if (message !== null && (left.length > 0 || message.members.some((one) => !(one.key in parts)))) {
			edits.push(...setMembers(message, onlyChanges(message, parts)));
		} else if (message !== null || left.length > 0) {
			top[key] = left.length === 0 ? undefined : Object.fromEntries(left);
		}
	}
	if (properties === null) {
		if (record !== undefined) top['properties'] = { [KEPT]: { ...record, properties: null } };
	} else if (record === undefined && onlyOurs(properties)) {
		top['properties'] = undefined;
	} else if (record !== undefined || member(properties, KEPT) !== null) {
		const had = member(properties, KEPT, 'properties') === null ? {} : { properties: null };
		edits.push(...setMembers(properties, { [KEPT]: record === undefined ? undefined : { ...record, ...had } }));
	}
	const related = rule.taxonomy === null ? null : relate(descriptor, rule.taxonomy, rule.link);
	if (related !== null && 'edit' in related) edits.push(related.edit);
	else if (related !== null) top['relationships'] = related.value;
	return [...setMembers(descriptor, top), ...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A descriptor for a rule that results name and nothing describes. */
export function newDescriptor(id: string, rule: LinkedRule): JsonValue {
	const none = { helpUri: null, helpText: null, helpMarkdown: null, shortDescription: null, fullDescription: null };
	const words = linkedWords(id, none, rule);
	const changed = KEYS.filter((key) => words[key] !== null);
	return {
		id,
		shortDescription: { text: words.shortDescription ?? id },
		fullDescription: { text: words.fullDescription ?? id },
		...(words.helpUri !== null && { helpUri: words.helpUri }),
		help: { text: words.helpText ?? '', markdown: words.helpMarkdown ?? '' },
		...(rule.taxonomy !== null && rule.link !== null && { relationships: rule.taxonomy.relationshipsOf(rule.link) }),
		properties: { [KEPT]: { original: Object.fromEntries(changed.map((key) => [key, null])), properties: null } },
	};
}

function wordsOf(descriptor: JsonObject): Words {
	const at = (key: keyof Words) => textAt(descriptor, ...PLACES[key]);
	return {
		helpUri: at('helpUri'),
		helpText: at('helpText'),
		helpMarkdown: at('helpMarkdown'),
		shortDescription: at('shortDescription'),
		fullDescription: at('fullDescription'),
	};
}

/** What the tool wrote: what stands there, apart from what an earlier run has put aside. */
function ownWords(found: Words, kept: JsonObject | null): Words {
	const own = kept?.members.filter(({ key }) => key in found).map(({ key, value }) => [key, stringOf(value)]) ?? [];
	return { ...found, ...Object.fromEntries(own) };
}

function stringOf(node: JsonNode): string | null {
	return node.type === 'string' ? node.value : null;
}

function linkedWords(id: string, own: Words, { link, tool, site }: LinkedRule): Words {
	const page = own.helpUri === null ? null : uriOf(own.helpUri);
	if (link === null) return { ...own, helpUri: page };
	const shortDescription = filled(own.shortDescription) ?? shortText(link);
	const own_ = { id, tool, markdown: filled(own.helpMarkdown), text: filled(own.helpText), page };
	return {
		helpUri: link.url,
		helpText: filled(own.helpText) ?? helpText(link),
		helpMarkdown: helpMarkdown(link, site, own_),
		shortDescription,
		fullDescription: filled(own.fullDescription) ?? filled(own.shortDescription) ?? fullText(link),
	};
}

function filled(text: string | null): string | null {
	return text === null || text.trim() === '' ? null : text;
}

/** Whether a member is there and is no text. */
function invalid(descriptor: JsonObject, key: string): boolean {
	const value = member(descriptor, key);
	return value !== null && value.type !== 'string';
}

/** Leaves out what is to be removed and is not there. */
function onlyChanges(object: JsonObject, parts: Readonly<Record<string, string | null>>) {
	return Object.fromEntries(
		Object.entries(parts)
			.filter(([key, value]) => value !== textAt(object, key))
			.map(([key, value]) => [key, value ?? undefined]),
	);
}

/** Whether the property bag was made for what is kept, and holds nothing else. */
function onlyOurs(properties: JsonObject): boolean {
	const [one, ...others] = properties.members;
	if (one?.key !== KEPT || others.length > 0 || one.value.type !== 'object') return false;
	return one.value.members.some(({ key }) => key === 'properties');
}
