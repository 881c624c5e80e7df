import type { Heading, Root, RootContent } from 'mdast';
import type { DeclaredSection } from '../domain/parsed.ts';
import {
	type FieldName,
	holdsCode,
	leadingImpact,
	linesOf,
	plainText,
	readField,
	readPrefixes,
	startOf,
} from './section-text.ts';

interface HeadingSection extends DeclaredSection {
	readonly numbered: boolean;
	/** Stands by itself; without this mark it is only believed when no heading has it. */
	readonly sure: boolean;
}

interface Written {
	readonly title: string;
	readonly prefixes: readonly string[] | null;
	readonly numbered: boolean;
	readonly coded: boolean;
}

/** The sections that headings such as `## 3. Configuration System (conf)` declare, with the fields below them. */
export function sectionsFromHeadings(tree: Root): readonly DeclaredSection[] {
	const found = tree.children.flatMap((node, index) =>
		node.type === 'heading' ? [readSection(node, contentBelow(tree, index))] : [],
	);
	const declared = found.filter((section): section is HeadingSection => section !== null);
	const prefixed = declared.filter(({ prefixes }) => prefixes.length > 0);
	const believed = prefixed.some(({ sure }) => sure) ? prefixed.filter(({ sure }) => sure) : prefixed;
	// Without any prefix a number and a field are all there is to tell a section from other headings.
	const sections = believed.length > 0 ? believed : declared.filter(({ numbered, sure }) => numbered && sure);
	return sections.map(({ numbered: _, sure: __, ...section }) => section);
}

function contentBelow(tree: Root, index: number): readonly RootContent[] {
	const end = tree.children.findIndex((node, at) => at > index && node.type === 'heading');
	return tree.children.slice(index + 1, end === -1 ? undefined : end);
}

function readSection(heading: Heading, content: readonly RootContent[]): HeadingSection | null {
	const written = readHeading(heading);
	const { fields, prose } = readContent(content);
	const labelled = fields.get('prefix');
	const fromField = labelled === undefined ? null : readPrefixes(labelled, true);
	const named = fields.get('title');
	// `### setup` with a title below it: the heading is the prefix.
	const fromName = named === undefined ? null : readPrefixes(written.title);
	const prefixes = fromField ?? written.prefixes ?? fromName ?? [];
	const inParentheses = fromField !== null && written.prefixes === null;
	const title = named ?? (inParentheses ? plainTitle(heading) : written.title);
	if (title === '') return null;
	const impact = fields.get('impact');
	return {
		title,
		prefixes,
		impact: impact === undefined ? null : leadingImpact(impact),
		description: fields.get('description') ?? prose,
		place: startOf(heading),
		numbered: written.numbered,
		sure:
			fields.has('impact') ||
			fields.has('description') ||
			fields.has('prefix') ||
			(written.numbered && prefixes.length > 0) ||
			written.coded,
	};
}

const NUMBER = /^(?:(?:section|category|chapter)\s+)?\d+\s*[.):：]\s+/i;

function plainTitle(heading: Heading): string {
	return plainText(heading).replace(NUMBER, '').trim();
}

/** Splits `3. Configuration System (conf)`; the last parentheses that hold prefixes count, text after them stays in the title. */
function readHeading(heading: Heading): Written {
	const text = plainText(heading);
	const numbered = NUMBER.test(text);
	const title = text.replace(NUMBER, '').trim();
	const groups = [...title.matchAll(/[(（]([^()（）]*)[)）]/g)].reverse();
	for (const group of groups) {
		const inside = group[1] ?? '';
		const prefixes = readPrefixes(inside, holdsCode(heading));
		if (prefixes === null || prefixes.length === 0) continue;
		const rest = `${title.slice(0, group.index)}${title.slice(group.index + group[0].length)}`;
		const coded = holdsCode(heading) || /[-/]\s*$/.test(inside);
		return { title: rest.replace(/\s+/g, ' ').trim() || (prefixes[0] ?? ''), prefixes, numbered, coded };
	}
	return { title, prefixes: null, numbered, coded: false };
}

function readContent(content: readonly RootContent[]): { fields: Map<FieldName, string>; prose: string | null } {
	const fields = new Map<FieldName, string>();
	let prose: string | null = null;
	for (const paragraph of content.flatMap(paragraphsOf)) {
		let open: FieldName | 'other' | 'prose' | null = fields.get('description') === '' ? 'description' : null;
		for (const line of linesOf(paragraph)) {
			const field = readField(line);
			if (field !== null) {
				open = field.name;
				if (field.name !== 'other' && !fields.has(field.name)) fields.set(field.name, field.value);
			} else if (open === 'description') {
				fields.set('description', `${fields.get('description') ?? ''} ${line.text}`.trim());
			} else if (open === 'prose' || (open === null && prose === null)) {
				open = 'prose';
				prose = prose === null ? line.text : `${prose} ${line.text}`;
			}
		}
	}
	for (const [name, value] of fields) if (value === '') fields.delete(name);
	return { fields, prose };
}

/** Paragraphs, also those of list items: `- **Impact Level:** HIGH`. */
function paragraphsOf(node: RootContent): readonly Extract<RootContent, { type: 'paragraph' }>[] {
	if (node.type === 'paragraph') return [node];
	return node.type === 'list' ? node.children.flatMap((item) => item.children.flatMap(paragraphsOf)) : [];
}
