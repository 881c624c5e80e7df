import type { Edit } from '../types.ts';
import {
	type JsonArray,
	type JsonNode,
	type JsonObject,
	type JsonString,
	type JsonValue,
	type Layout,
	plainValue,
} from './node.ts';

const MINIFIED: Layout = { lead: '', comma: '', colon: ':', tail: '', unit: '' };

/** The value in place of another; null when it is the same already. `layout`: that of the container it stands in. */
export function replaceValue(node: JsonNode, value: JsonValue, layout: Layout = MINIFIED): Edit | null {
	if (isBuilt(node) && same(plainValue(node), value)) return null;
	return { start: node.start, end: node.end, text: write(value, layout) };
}

/** Another text for a string, changing no byte of what both have in front; null when it is the same already. */
export function replaceText(node: JsonString, text: string): Edit | null {
	if (text === node.value) return null;
	const last = node.end - 1;
	if (text.startsWith(node.value)) return { start: last, end: last, text: quoted(text.slice(node.value.length)) };
	if (node.escaped) return { start: node.start, end: node.end, text: JSON.stringify(text) };
	let shared = 0;
	while (shared < text.length && text[shared] === node.value[shared]) shared += 1;
	// The halves of a character beyond U+FFFF belong together.
	if (/[\ud800-\udbff]/.test(text[shared - 1] ?? '')) shared -= 1;
	const start = node.start + 1 + Buffer.byteLength(text.slice(0, shared));
	return { start, end: last, text: quoted(text.slice(shared)) };
}

/** Sets one key, at the end of the object when it is new; null when nothing is to change. */
export function setMember(object: JsonObject, key: string, value: JsonValue): Edit | null {
	return setMembers(object, { [key]: value })[0] ?? null;
}

/** Takes a key away; null when there is none. For more than one change of an object, use `setMembers`. */
export function removeMember(object: JsonObject, key: string): Edit | null {
	return setMembers(object, { [key]: undefined })[0] ?? null;
}

/**
 * Sets and removes (`undefined`) keys of one object. New keys come at its end in the given order. Of a key that stands twice,
 * the last is set, as that is the one that counts, and all are removed. Edits are in order and do not overlap; none when the
 * object is as wanted.
 */
export function setMembers(
	object: JsonObject,
	changes: { readonly [key: string]: JsonValue | undefined },
): readonly Edit[] {
	const { members, layout, built } = object;
	if (!built) throw new TypeError('The members of this object are not known.');
	const edits: Edit[] = [];
	const wanted = new Map(Object.entries(changes));
	const present = new Map(members.map(({ key }, index) => [key, index] as const));
	let keptEnd: number | null = null;
	let gone: number | null = null;
	for (const [index, { key, keyStart, value }] of members.entries()) {
		if (wanted.has(key) && wanted.get(key) === undefined) {
			gone ??= keyStart;
			continue;
		}
		if (gone !== null) edits.push({ start: gone, end: keyStart, text: '' });
		gone = null;
		keptEnd = value.end;
		const next = wanted.get(key);
		const edit = next === undefined || present.get(key) !== index ? null : replaceValue(value, next, layout);
		if (edit !== null) edits.push(edit);
	}
	const added = [...wanted].filter(
		(entry): entry is [string, JsonValue] => entry[1] !== undefined && !present.has(entry[0]),
	);
	const texts = added.map(([key, value]) => `${JSON.stringify(key)}${layout.colon}${write(value, layout)}`);
	const last = gone === null ? null : object.lastEnd;
	const edit = append(object, keptEnd, last, texts);
	return edit === null ? edits : [...edits, edit];
}

/** Puts a value at the end of an array, which may be a shallow one. */
export function appendItem(array: JsonArray, value: JsonValue): Edit | null {
	return appendItems(array, [value]);
}

/** Puts values at the end of an array in one edit; null when there are none. */
export function appendItems(array: JsonArray, values: readonly JsonValue[]): Edit | null {
	return append(
		array,
		array.lastEnd,
		null,
		values.map((value) => write(value, array.layout)),
	);
}

/** `keptEnd`: where the last child ends that stays; `goneEnd`: where the last child ends that goes, when it is behind. */
function append(
	container: JsonObject | JsonArray,
	keptEnd: number | null,
	goneEnd: number | null,
	texts: readonly string[],
): Edit | null {
	if (texts.length === 0 && goneEnd === null) return null;
	const { lead, comma, tail } = container.layout;
	const list = texts.join(`,${comma}`);
	if (keptEnd !== null) {
		return { start: keptEnd, end: goneEnd ?? keptEnd, text: texts.length === 0 ? '' : `,${comma}${list}` };
	}
	const inside = texts.length === 0 ? '' : `${lead}${list}${tail}`;
	return { start: container.start + 1, end: container.end - 1, text: inside };
}

/** The value as text, laid out like its neighbours in the container of that layout. */
function write(value: JsonValue, layout: Layout): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const inner = layout.lead.includes('\n') ? `${layout.lead}${layout.unit}` : '';
	const deeper = { ...layout, lead: inner };
	const parts = Array.isArray(value)
		? value.map((item: JsonValue) => write(item, deeper))
		: definedEntries(value).map(([key, item]) => `${JSON.stringify(key)}${layout.colon}${write(item, deeper)}`);
	const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
	if (parts.length === 0) return `${open}${close}`;
	if (inner === '') return `${open}${parts.join(`,${layout.comma}`)}${close}`;
	return `${open}${inner}${parts.join(`,${inner}`)}${layout.lead}${close}`;
}

function quoted(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}

function isBuilt(node: JsonNode): boolean {
	if (node.type === 'object') return node.built && node.members.every(({ value }) => isBuilt(value));
	if (node.type === 'array') return node.built && node.items.every(isBuilt);
	return true;
}

function same(a: JsonValue, b: JsonValue): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const left = definedEntries(a);
	const right = new Map(definedEntries(b));
	return (
		left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key) ?? null))
	);
}

function definedEntries(value: object): readonly (readonly [string, JsonValue])[] {
	return Object.entries(value as { readonly [key: string]: JsonValue | undefined }).flatMap(([key, one]) =>
		one === undefined ? [] : [[key, one] as const],
	);
}
