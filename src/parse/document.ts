import type { Paragraph, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import { FILE_START, type Place } from '../domain/place.ts';
import type { Example, Fence, Frontmatter, Heading, LocalLink } from '../domain/rule.ts';
import type { SourceFile } from '../domain/source.ts';
import { listExamples } from './example-list.ts';
import { gatherExamples } from './examples.ts';
import { checkFences, readFences } from './fences.ts';
import { parseFrontmatter } from './frontmatter.ts';
import { anchorHeadings, checkHeadings, dropTitleHeading, shiftHeadings } from './headings.ts';
import { findHiddenText, findSpelledHidden } from './hidden-text.ts';
import { readImpactLine } from './impact-line.ts';
import { readLabelStart } from './label-words.ts';
import { grammarOf } from './languages.ts';
import { readLocalLinks } from './local-links.ts';
import { markLostNotes } from './lost-notes.ts';
import { ExcessError, type Flavour, MarkdownError, parseMarkdown } from './markdown.ts';
import { searchText } from './search-text.ts';

/** A rule file after parsing: its tree is ready to be rendered, everything else is plain data. */
export interface RuleDocument {
	readonly frontmatter: Frontmatter;
	/** Body without frontmatter; examples gathered, headings anchored and moved to start at `h2`. */
	readonly tree: Root;
	/** Anchor of the first heading when it repeated the title and was dropped. */
	readonly titleAnchor: string | null;
	readonly summary: string;
	readonly examples: readonly Example[];
	readonly headings: readonly Heading[];
	readonly fences: readonly Fence[];
	readonly links: readonly LocalLink[];
	readonly languages: readonly string[];
	readonly text: string;
}

export interface DocumentResult {
	/** Null when the file is no rule or cannot be one. */
	readonly document: RuleDocument | null;
	readonly diagnostics: readonly Diagnostic[];
}

/** Parses one rule file. Never throws for what the file holds. */
export function parseDocument(source: SourceFile, flavour: Flavour): DocumentResult {
	const { file, text } = source;
	const only = (one: Diagnostic): DocumentResult => ({ document: null, diagnostics: [one] });
	if (source.fault?.kind === 'not-utf8') {
		const { line, column, offset } = source.fault;
		return only(diagnostic('encoding-invalid', file, { line, column }, { byte: offset }));
	}
	if (source.fault) return only(diagnostic('file-unreadable', file, FILE_START, { reason: source.fault.reason }));
	let tree: Root;
	try {
		tree = parseMarkdown(text, flavour);
	} catch (error) {
		if (error instanceof ExcessError) {
			const { what, most } = error.excess;
			return only(
				diagnostic('file-excessive', file, error.place, { what: `more than ${most.toLocaleString('en')} ${what}` }),
			);
		}
		if (!(error instanceof MarkdownError)) throw error;
		return only(diagnostic('mdx-invalid', file, error.place, { reason: error.message }));
	}
	const yaml = tree.children[0];
	if (yaml?.type !== 'yaml') {
		const opens = /^---[ \t]*\r?\n[ \t]*[\w-]+[ \t]*:/.test(text);
		return only(diagnostic(opens ? 'frontmatter-unclosed' : 'frontmatter-missing', file, FILE_START, {}));
	}
	tree.children.shift();
	const { frontmatter, diagnostics } = parseFrontmatter({ file, yaml: yaml.value, line: 2 });
	if (frontmatter === null) return { document: null, diagnostics };
	const hidden = [...findHiddenText(source), ...findSpelledHidden(source, frontmatter, tree)];
	const body = parseBody(source, tree, frontmatter);
	return { document: body.document, diagnostics: [...diagnostics, ...hidden, ...body.diagnostics] };
}

function parseBody(
	{ file, text }: SourceFile,
	tree: Root,
	frontmatter: Frontmatter,
): { document: RuleDocument; diagnostics: Diagnostic[] } {
	const headings = anchorHeadings(tree);
	const fences = readFences(tree, text);
	const links = readLocalLinks(tree);
	const words = searchText(tree);
	const titleAnchor = dropTitleHeading(tree, frontmatter.title);
	const impactFindings = readImpactLine(file, tree, frontmatter);
	const proseLabels = gatherExamples(tree, text);
	const examples = listExamples(tree, proseLabels);
	const summary = summaryOf(tree);
	shiftHeadings(tree);
	markLostNotes(tree);
	const diagnostics = [
		...impactFindings,
		...checkExamples(file, examples, frontmatter.titlePlace),
		...checkFences(file, fences, text),
		...checkHeadings(file, headings, (heading) => readLabelStart(heading) !== null),
	];
	const languages = [
		...new Set(fences.flatMap(({ language }) => (language === null ? [] : (grammarOf(language) ?? language)))),
	].filter((language) => language !== 'text');
	const document = {
		frontmatter,
		tree,
		titleAnchor,
		summary,
		examples,
		headings,
		fences,
		links,
		languages,
		text: words,
	};
	return { document, diagnostics };
}

function checkExamples(file: string, examples: readonly Example[], place: Place): Diagnostic[] {
	const has = (kind: Example['kind']): boolean => examples.some((example) => example.kind === kind);
	const incorrect = has('incorrect');
	const correct = has('correct');
	if (incorrect && correct) return [];
	if (!incorrect && !correct) return [diagnostic('examples-missing', file, place, {})];
	return [diagnostic(correct ? 'incorrect-missing' : 'correct-missing', file, place, {})];
}

const longestSummary = 300;

/** The first paragraph that is neither a label nor an impact line, as plain text, cut at a word. */
function summaryOf(tree: Root): string {
	const isProse = (node: RootContent): node is Paragraph =>
		node.type === 'paragraph' && !/^\W*impact\s*:/i.test(plainText(node)) && plainText(node).trim() !== '';
	const text = plainText(tree.children.find(isProse) ?? { type: 'root', children: [] })
		.replace(/\s+/g, ' ')
		.trim();
	if (text.length <= longestSummary) return text;
	const cut = text.slice(0, longestSummary - 1);
	const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), longestSummary - 40));
	// Half of a sign outside the first plane would be no text at all.
	return `${words.replace(/[\uD800-\uDBFF]$/, '').replace(/(?<![\s,;:.])[\s,;:.]+$/, '')}…`;
}
