const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;' };

/** Text as HTML text, in as few letters as that takes: between tags, only these two signs can begin anything. */
export function escapeText(text: string): string {
	return text.replace(/[&<]/g, (sign) => entities[sign] ?? sign);
}
