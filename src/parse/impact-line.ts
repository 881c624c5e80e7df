import type { Paragraph, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import { type Impact, parseImpact } from '../domain/impact.ts';
import { FILE_START } from '../domain/place.ts';
import type { Frontmatter } from '../domain/rule.ts';

const impactLine = /^ ?impact ?[:：] ?([A-Z][A-Za-z_-]*(?: (?:high|medium)\b)?) ?(?:[(（—–-] ?(.*?) ?[)）]?)? ?\.? ?$/i;

/** Longer paragraphs are no such line; the pattern would take the square of their length. */
const longestLine = 600;

/**
 * Reads the line `**Impact: HIGH (text)**` that many rules repeat in their body.
 * It is taken out of the tree when it says just what the frontmatter says, since the page shows that;
 * a line that contradicts the frontmatter stays, and is reported.
 */
export function readImpactLine(file: string, tree: Root, frontmatter: Frontmatter): Diagnostic[] {
	const found: Diagnostic[] = [];
	tree.children = tree.children.filter((node) => {
		const line = node.type === 'paragraph' ? impactOf(node) : null;
		if (line === null) return true;
		if (frontmatter.impact !== null && line.impact !== frontmatter.impact) {
			const start = node.position?.start ?? FILE_START;
			const args = { body: line.impact, frontmatter: frontmatter.impact };
			found.push(diagnostic('impact-contradiction', file, { line: start.line, column: start.column }, args));
			return true;
		}
		return !(frontmatter.impact === line.impact && sameText(line.text, frontmatter.impactDescription));
	});
	return found;
}

function impactOf(node: Paragraph): { impact: Impact; text: string | null } | null {
	if (node.children[0]?.type !== 'strong') return null;
	const text = plainText(node);
	const match = text.length > longestLine ? null : impactLine.exec(text.replace(/\s+/g, ' '));
	const impact = parseImpact(match?.[1] ?? '');
	return impact === null ? null : { impact, text: match?.[2] || null };
}

function sameText(line: string | null, frontmatter: string | null): boolean {
	const fold = (text: string): string =>
		text
			.replace(/[`*_\s]+/g, ' ')
			.trim()
			.toLowerCase();
	return line === null || (frontmatter !== null && fold(line) === fold(frontmatter));
}
