/** File names that are never rules, whatever they hold; a language may follow (`README.zh-CN.md`). */
const NO_RULES = /^(?:_.*|(?:skill|agents|readme|claude|contributing|license|changelog)(?:\.[a-z-]+)?)\.mdx?$/i;

/** True for the name of a file that may be a rule. */
export function isRuleName(name: string): boolean {
	return /\.mdx?$/i.test(name) && !NO_RULES.test(name);
}

/**
 * What the first lines of a file say about it, told without parsing: the parse stage does that, and says what is wrong.
 * `rule`: frontmatter with an impact, or a title and tags. `titled`: only a title, as pages of documentation have.
 * `tagged`: only tags. `other`: none of these.
 */
export type Looks = 'rule' | 'titled' | 'tagged' | 'other';

export function looksOf(text: string): Looks {
	const opening = /^---[ \t]*\r?\n/.exec(text);
	if (opening === null) return 'other';
	const rest = text.slice(opening[0].length, 20_000);
	const end = rest.search(/^---[ \t]*$/m);
	const frontmatter = end === -1 ? rest : rest.slice(0, end);
	const has = (key: string): boolean => new RegExp(`^["']?${key}["']?[ \\t]*:`, 'm').test(frontmatter);
	if (has('impact') || (has('title') && has('tags'))) return 'rule';
	if (has('title')) return 'titled';
	return has('tags') ? 'tagged' : 'other';
}
