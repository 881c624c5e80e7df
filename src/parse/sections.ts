import type { DeclaredSection } from '../domain/parsed.ts';
import type { SourceFile } from '../domain/source.ts';
import { parseShallow } from './markdown.ts';
import { sectionsFromFrontmatter } from './section-frontmatter.ts';
import { sectionsFromHeadings } from './section-headings.ts';
import { sectionsFromLists, sectionsFromTables } from './section-tables.ts';

/**
 * The sections that a `_sections.md` declares, in its order; empty when it declares none.
 * Reads frontmatter, else headings (a table beside them fills in what they leave out), else tables, else lists.
 * Never throws, whatever the file holds.
 */
export function parseSections(source: SourceFile): readonly DeclaredSection[] {
	const tree = parseShallow(source.text);
	if (tree === null) return [];
	const listed = sectionsFromFrontmatter(tree);
	if (listed.length > 0) return listed;
	const tables = sectionsFromTables(tree);
	const headings = sectionsFromHeadings(tree);
	if (headings.some(({ prefixes }) => prefixes.length > 0)) return headings.map((one) => completed(one, tables));
	if (tables.length > 0) return tables;
	const lists = sectionsFromLists(tree);
	return lists.length > 0 ? lists : headings;
}

function completed(section: DeclaredSection, tables: readonly DeclaredSection[]): DeclaredSection {
	const row = tables.find(({ prefixes }) => prefixes.some((prefix) => section.prefixes.includes(prefix)));
	if (row === undefined) return section;
	return { ...section, impact: section.impact ?? row.impact, description: section.description ?? row.description };
}
