import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import { FILE_START } from '../domain/place.ts';
import type { SourceFile } from '../domain/source.ts';
import { endOfFrontmatter } from './frontmatter-end.ts';
import { parseShallow } from './markdown.ts';
import { placesOf } from './yaml-places.ts';
import { readYaml } from './yaml-tree.ts';

/**
 * What keeps the frontmatter of a `SKILL.md` or `_sections.md` from being read as it was meant, each with its place; what could
 * be read is used all the same. A file without frontmatter is fine. Never throws.
 */
export function checkPackFrontmatter(source: SourceFile): readonly Diagnostic[] {
	const name = source.file.slice(source.file.lastIndexOf('/') + 1);
	const { fault, text, file } = source;
	if (fault?.kind === 'unreadable') {
		return [diagnostic('pack-file-invalid', file, FILE_START, { name, reason: fault.reason, hint: null })];
	}
	if (fault !== null) {
		return [diagnostic('pack-file-invalid', file, fault, { name, reason: 'it is not UTF-8', hint: null })];
	}
	const end = endOfFrontmatter(text);
	if (end === 0) return [];
	const [first] = parseShallow(end === null ? text : text.slice(0, end))?.children ?? [];
	if (first?.type !== 'yaml' || first.position === undefined) return [];
	const at = placesOf(first.value, first.position.start.line + 1);
	return readYaml(first.value).problems.map(({ offset, reason, hint }) =>
		diagnostic('pack-file-invalid', file, at(offset), { name, reason, hint }),
	);
}
