import type { Escaping } from '../message-link.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** In attribute values and text. */
export const MARKUP: Escaping = {
	encode: (text) => text.replace(/[&<>"']/g, (sign) => `&${Object.keys(NAMED).find((name) => NAMED[name] === sign)};`),
	decode: (text) =>
		text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (whole, name, decimal, hex) => {
			if (name !== undefined) return NAMED[name] ?? whole;
			const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
			return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
		}),
};

/** In CDATA, where only its own end must not stand. A printable address may hold `]]>`. */
export const CDATA: Escaping = {
	encode: (text) => text.replaceAll(']]>', ']]%3E'),
	decode: (text) => text,
};

/** The text that bytes of an XML report stand for, a character per byte of UTF-8. Entities of the report's own stay as they are. */
export function decodeXml(raw: string): string {
	return MARKUP.decode(Buffer.from(raw, 'latin1').toString('utf8'));
}
