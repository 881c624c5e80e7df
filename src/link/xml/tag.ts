/** An attribute's value as it stands in the report, a character per byte of UTF-8. */
export interface XmlAttribute {
	readonly raw: string;
	/** The first byte of the value, inside of the quotes. */
	readonly start: number;
	readonly end: number;
}

export interface XmlTag {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, XmlAttribute>;
	/** The first byte after the last attribute. */
	readonly attributesEnd: number;
}

const NAME = /[^\s=<>"'/]+/y;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** Reads the text of a tag without its brackets; null when it is no tag. `start` is its first byte. */
export function parseTag(text: string, start: number): XmlTag | null {
	NAME.lastIndex = 0;
	const name = NAME.exec(text)?.[0];
	if (name === undefined) return null;
	const attributes = new Map<string, XmlAttribute>();
	let at = name.length;
	for (;;) {
		ATTRIBUTE.lastIndex = at;
		const found = ATTRIBUTE.exec(text);
		if (found === null) break;
		at = ATTRIBUTE.lastIndex;
		const [, key = '', double, single] = found;
		const raw = double ?? single ?? '';
		if (!attributes.has(key)) attributes.set(key, { raw, start: start + at - 1 - raw.length, end: start + at - 1 });
	}
	return text.slice(at).trim() === '' ? { name, attributes, attributesEnd: start + at } : null;
}

/** A name without the prefix of its namespace. */
export function withoutPrefix(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}
