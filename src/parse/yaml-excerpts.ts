const longestExample = 100;

/** A sign as a sentence names it. */
export function nameOf(sign: string | undefined): string {
	return sign === '`' ? 'a backtick' : `\`${sign ?? ''}\``;
}

/** A piece of the text for a message: in quotes, not too long, control characters spelled out. */
export function sample(text: string): string {
	const short = text.length > longestExample ? `${text.slice(0, longestExample)}…` : text;
	return JSON.stringify(short);
}

/** Where the top-level key that an offset belongs to begins. */
export function entryStart(yaml: string, offset: number): number {
	let start = lineStart(yaml, offset);
	while (start > 0 && /[\s#]/.test(yaml[start] ?? ' ')) start = lineStart(yaml, start - 1);
	return start;
}

function lineStart(yaml: string, offset: number): number {
	return offset === 0 ? 0 : yaml.lastIndexOf('\n', offset - 1) + 1;
}

/** The line at an offset, without its end. */
export function lineAt(yaml: string, offset: number): string {
	return /^[^\r\n]*/.exec(yaml.slice(lineStart(yaml, offset)))?.[0] ?? '';
}

/** The `key: value` line at an offset, cut after its first colon. */
export function valueAt(yaml: string, offset: number): { key: string; text: string; offset: number } | null {
	const match = /^(\s*(?:- +)?([^\s:#][^:]*):[ \t]+)(\S.*)$/.exec(lineAt(yaml, offset));
	if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return null;
	return { key: match[2].trimEnd(), text: match[3].trimEnd(), offset: lineStart(yaml, offset) + match[1].length };
}

/** How to write the value at an offset so that YAML takes all of it as text. */
export function quoteHint(yaml: string, offset: number): string {
	const value = valueAt(yaml, offset);
	if (value === null || value.text.length > longestExample) return 'Put the whole value in quotes';
	const { key, text } = value;
	if (key === 'tags' && /^["']/.test(text)) return `Write the tags as a list: tags: [${text}]`;
	// Quotes that stand around it already are not part of what the author means.
	const inner = /^(['"])(.+)\1$/.exec(text)?.[2] ?? text;
	return `Put the whole value in quotes: ${key}: ${quote(inner)}`;
}

/** How to write a word that begins with `@`, as codes and packages do; only the word is quoted, not the list around it. */
export function atSignHint(yaml: string, offset: number): string {
	const word = /^@[^\s,[\]{}#]*[^\s,[\]{}#:]/.exec(yaml.slice(offset, offset + longestExample))?.[0];
	const isCode = yaml.startsWith('linters', entryStart(yaml, offset));
	const isWhole = valueAt(yaml, offset)?.offset === offset;
	if (word === undefined || (isWhole && !isCode)) return quoteHint(yaml, offset);
	return `Put quotes around the ${isCode ? 'code' : 'word'}: "${word}". A value that starts with @ is not valid YAML`;
}

/** Text as a YAML scalar in the kind of quotes that needs the fewest escapes. */
function quote(text: string): string {
	if (!/["\\]/.test(text)) return `"${text}"`;
	return `'${text.replaceAll("'", "''")}'`;
}

/** A hint when a comment on this line or the one above explains the fault; null when there is none. */
export function spaceHashHint(yaml: string, offset: number): string | null {
	const above = lineStart(yaml, offset) - 1;
	const lines = [lineAt(yaml, offset), above > 0 ? lineAt(yaml, above) : ''];
	return lines.some((line) => /\s#/.test(line))
		? 'A space and `#` begin a comment, so the rest of that line is lost: put the value in quotes'
		: null;
}
