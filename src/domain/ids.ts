import { boundedSegment } from './segments.ts';

/** The id of a rule: `<pack>/<stem>`. Stems repeat across packs, never within one. */
export type RuleId = `${string}/${string}`;

/**
 * A folder name or file stem as one segment of an id and of an address.
 * Letters and digits of every script and `. _ @ + ( ) ~ -` stay as the author wrote them;
 * anything else (space, `#`, `?`, `%`, `:` …) becomes a hyphen. One too long for a disk is cut.
 */
export function idSegment(name: string): string {
	const kept = name
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}\p{M}._@+()~-]+/gu, '-')
		.replace(/^[-.]+|(?<![-.])[-.]+$/g, '');
	return kept === '' ? 'unnamed' : boundedSegment(kept);
}

export function ruleId(pack: string, stem: string): RuleId {
	return `${pack}/${stem}`;
}

/** The site-relative address of a rule's page, without a base: `/rules/<pack>/<stem>/`. */
export function rulePath(pack: string, stem: string): string {
	return `/rules/${encodeURI(pack)}/${encodeURI(stem)}/`;
}

/** The site-relative address of a rule's Markdown as its author wrote it: `/rules/<pack>/<stem>.md`. */
export function rawRulePath(pack: string, stem: string): string {
	return `/rules/${encodeURI(pack)}/${encodeURI(stem)}.md`;
}

export function packPath(pack: string): string {
	return `/packs/${encodeURI(pack)}/`;
}

/** The address under which an image of a pack is published; `file` is relative to the pack folder, POSIX. */
export function packFilePath(pack: string, file: string): string {
	return `/pack-files/${encodeURI(pack)}/${file.split('/').map(encodeURIComponent).join('/')}`;
}

export function sectionPath(pack: string, section: string): string {
	return `/packs/${encodeURI(pack)}/${encodeURI(section)}/`;
}

/**
 * The address that leads from a linter's code to the team's rule: `/d/eslint/@typescript-eslint/no-explicit-any/`.
 * `/` in a code stays `/`; `code` is in the linter's own spelling (see `canonicalCode`).
 */
export function codePath(linter: string, code: string): string {
	return `${linterPath(linter)}${encodeURI(code).replaceAll('?', '%3F').replaceAll('#', '%23')}/`;
}

/** All codes of a linter that have a rule: `/d/eslint/`. */
export function linterPath(linter: string): string {
	return `/d/${encodeURIComponent(linter)}/`;
}

export function tagPath(slug: string): string {
	return `/tags/${encodeURI(slug)}/`;
}

/** `level` is a lower-case tier (`medium-high`) or `none`. */
export function impactPath(level: string): string {
	return `/impact/${level.toLowerCase()}/`;
}

/** The stem of a rule file's path: its name without folder and ending, as one segment of an id. */
export function stemOf(path: string): string {
	const name = path.slice(path.lastIndexOf('/') + 1);
	return idSegment(name.replace(/\.mdx?$/i, ''));
}

/** The stem or id that an author means by a name: without `./` at the start and the ending of a file. */
export function bareName(written: string): string {
	const bare = written
		.trim()
		.replace(/^\.\//, '')
		.replace(/\.mdx?$/i, '');
	return bare === '' ? written : bare;
}
