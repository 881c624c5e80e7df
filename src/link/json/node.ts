/** A value as it may be written into a report. */
export type JsonValue =
	| string
	| number
	| boolean
	| null
	| readonly JsonValue[]
	| { readonly [key: string]: JsonValue | undefined };

interface Span {
	/** First byte of the value in the report's UTF-8. */
	readonly start: number;
	/** First byte after it. */
	readonly end: number;
}

/** How the file lays out what stands in one container; what is added takes the same form. */
export interface Layout {
	/** White space before the first child; with a line break when every child has its own line. */
	readonly lead: string;
	/** White space after a comma. */
	readonly comma: string;
	/** What stands between key and value: `:`, `: `, ` : `. */
	readonly colon: string;
	/** White space before the closing sign. */
	readonly tail: string;
	/** One step of indentation; empty when the file has none. */
	readonly unit: string;
}

interface Container extends Span {
	/** False when its children are not here, only the rest of it: an array that was selected as shallow, a container in a shallow object. */
	readonly built: boolean;
	readonly layout: Layout;
	/** First byte after the last child; null when there is no child. */
	readonly lastEnd: number | null;
}

export interface JsonMember {
	readonly key: string;
	/** The opening quote of the key. */
	readonly keyStart: number;
	readonly value: JsonNode;
}

export interface JsonObject extends Container {
	readonly type: 'object';
	/** In the order of the file; a key that stands twice is here twice. */
	readonly members: readonly JsonMember[];
}

export interface JsonArray extends Container {
	readonly type: 'array';
	/** Empty for one that was not built, however many it holds (see `lastEnd`). */
	readonly items: readonly JsonNode[];
}

export interface JsonString extends Span {
	readonly type: 'string';
	readonly value: string;
	/** Whether it is written with a backslash somewhere. */
	readonly escaped: boolean;
}

export interface JsonNumber extends Span {
	readonly type: 'number';
	/** As it is written: `1.0`, `1e400`. */
	readonly raw: string;
}

export interface JsonLiteral extends Span {
	readonly type: 'literal';
	readonly value: boolean | null;
}

export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonLiteral;

/** The value of a key, or of a key inside of it and so on; null when a step is missing. Of a key that stands twice, the last, as in `JSON.parse`. */
export function member(node: JsonNode | null | undefined, ...keys: readonly string[]): JsonNode | null {
	let at: JsonNode | null = node ?? null;
	for (const key of keys) {
		if (at?.type !== 'object') return null;
		at = at.members.findLast((one) => one.key === key)?.value ?? null;
	}
	return at;
}

/** The same, when it is an object. */
export function objectAt(node: JsonNode | null | undefined, ...keys: readonly string[]): JsonObject | null {
	const found = member(node, ...keys);
	return found?.type === 'object' ? found : null;
}

/** The items of an array at that place; [] when it is missing or no array. */
export function itemsAt(node: JsonNode | null | undefined, ...keys: readonly string[]): readonly JsonNode[] {
	const found = member(node, ...keys);
	return found?.type === 'array' ? found.items : [];
}

/** The string at that place; null when it is missing or something else. */
export function stringAt(node: JsonNode | null | undefined, ...keys: readonly string[]): JsonString | null {
	const found = member(node, ...keys);
	return found?.type === 'string' ? found : null;
}

/** The text of the string at that place; null when it is missing or something else. */
export function textAt(node: JsonNode | null | undefined, ...keys: readonly string[]): string | null {
	return stringAt(node, ...keys)?.value ?? null;
}

/** The number at that place; null when it is missing or something else. */
export function numberAt(node: JsonNode | null | undefined, ...keys: readonly string[]): number | null {
	const found = member(node, ...keys);
	return found?.type === 'number' ? Number(found.raw) : null;
}

/** The value that `JSON.parse` makes of the same text. Containers that were not built come out empty. */
export function plainValue(node: JsonNode): JsonValue {
	if (node.type === 'number') return Number(node.raw);
	if (node.type === 'array') return node.items.map(plainValue);
	if (node.type !== 'object') return node.value;
	return Object.fromEntries(node.members.map(({ key, value }) => [key, plainValue(value)]));
}
