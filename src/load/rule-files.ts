/** File names that are never rules, whatever they hold; a language may follow (`README.zh-CN.md`). */
const NO_RULES = /^(?:_.*|(?:skill|agents|readme|claude|contributing|license|changelog)(?:\.[a-z-]+)?)\.mdx?$/i;

/** True for the name of a file that may be a rule. */
export function isRuleName(name: string): boolean {
	return /\.mdx?$/i.test(name) && !NO_RULES.test(name);
}

/** What the first lines of a file say about it, told without parsing: the parse stage does that, and says what is wrong. */
export type Looks = 'rule' | 'tagged' | 'other';

/** `rule` when the text has frontmatter with a title or an impact, `tagged` when it has only tags. */
export function looksOf(text: string): Looks {
	const opening = /^---[ \t]*\r?\n/.exec(text);
	if (opening === null) return 'other';
	const rest = text.slice(opening[0].length, 20_000);
	const end = rest.search(/^---[ \t]*$/m);
	const frontmatter = end === -1 ? rest : rest.slice(0, end);
	if (/^["']?(?:title|impact)["']?[ \t]*:/m.test(frontmatter)) return 'rule';
	return /^["']?tags["']?[ \t]*:/m.test(frontmatter) ? 'tagged' : 'other';
}
