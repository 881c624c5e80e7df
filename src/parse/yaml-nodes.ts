export type ScalarType = 'text' | 'null' | 'number' | 'boolean' | 'date';
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block' | 'alias';

interface Spot {
	/** Offset of the value in the YAML text. */
	readonly start: number;
	/** How much text the value stands for once its aliases are written out. */
	readonly weight: number;
}

export interface YamlScalar extends Spot {
	readonly kind: 'scalar';
	readonly type: ScalarType;
	readonly value: string | number | boolean | null;
	/** The letters of the author: `1e5`, `NULL`; for text the same as `value`. */
	readonly text: string;
	readonly style: ScalarStyle;
	readonly end: number;
	/** `&anchor` or `!tag` before the value which serves nothing, so probably was meant as text; null in the usual case. */
	readonly swallowed: string | null;
}

export interface YamlList extends Spot {
	readonly kind: 'list';
	readonly items: readonly YamlNode[];
}

export interface YamlEntry {
	readonly key: string;
	readonly keyStart: number;
	readonly value: YamlNode;
}

export interface YamlMap extends Spot {
	readonly kind: 'map';
	readonly entries: readonly YamlEntry[];
}

export type YamlNode = YamlScalar | YamlList | YamlMap;

/** A value as JSON. Keys such as `__proto__` become ordinary keys of their own. */
export function toJson(node: YamlNode): unknown {
	switch (node.kind) {
		case 'scalar':
			return node.value;
		case 'list':
			return node.items.map(toJson);
		case 'map':
			return Object.fromEntries(node.entries.map(({ key, value }) => [key, toJson(value)]));
	}
}
