import type { List, ListItem, Paragraph, Root, RootContent, Table } from 'mdast';
import type { Impact } from '../domain/impact.ts';
import type { DeclaredSection } from '../domain/parsed.ts';
import { fieldName, holdsCode, leadingImpact, plainText, readPrefixes, startOf } from './section-text.ts';

/** The sections of every table that has a column for prefixes: `| # | Section | Prefix | Impact |`. */
export function sectionsFromTables(tree: Root): readonly DeclaredSection[] {
	return tree.children.flatMap((node) => (node.type === 'table' ? readTable(node) : []));
}

function readTable(table: Table): readonly DeclaredSection[] {
	const [head, ...rows] = table.children;
	const columns = head?.children.map((cell) => columnName(plainText(cell))) ?? [];
	const at = { prefix: columns.indexOf('prefix'), title: columns.indexOf('title') };
	if (at.prefix === -1 || at.title === -1) return [];
	return rows.flatMap((row) => {
		const cells = row.children.map(plainText);
		const prefixCell = row.children[at.prefix];
		const prefixes = readPrefixes(cells[at.prefix] ?? '', prefixCell !== undefined && holdsCode(prefixCell));
		const title = cells[at.title] ?? '';
		if (prefixes === null || prefixes.length === 0 || title === '') return [];
		const impacts = cells.map((cell, index) => (columns[index] === 'impact' ? leadingImpact(cell) : null));
		const impact = impacts.find((one) => one !== null) ?? null;
		const description = cells[columns.indexOf('description')] || null;
		return [{ title, prefixes, impact, description, place: startOf(row) }];
	});
}

function columnName(head: string): string | null {
	return /^(?:category|topic|类别|分类|章节)$/i.test(head.trim()) ? 'title' : fieldName(head);
}

/** The sections of lists such as `- **Type Annotations** (types-) — what it holds` or `- types: Type Annotations`. */
export function sectionsFromLists(tree: Root): readonly DeclaredSection[] {
	let impact: Impact | null = null;
	return tree.children.flatMap((node) => {
		if (node.type === 'paragraph' || node.type === 'heading') impact = leadingImpact(plainText(node));
		return node.type === 'list' ? readList(node, impact) : [];
	});
}

function readList(list: List, impact: Impact | null): readonly DeclaredSection[] {
	return list.children.flatMap((item) => {
		const read = readItem(item);
		return read === null ? [] : [{ ...read, impact, place: startOf(item) }];
	});
}

function readItem(item: ListItem): Pick<DeclaredSection, 'title' | 'prefixes' | 'description'> | null {
	const line = item.children.find((child: RootContent): child is Paragraph => child.type === 'paragraph');
	const [first] = line?.children ?? [];
	if (line === undefined || first === undefined) return null;
	const text = plainText(line);
	if (first.type === 'inlineCode') {
		const prefixes = readPrefixes(first.value, true);
		const title = /^\s*(?:[:：—–]|-\s)\s*(\S.*)$/.exec(text.slice(first.value.length))?.[1];
		return prefixes === null || title === undefined ? null : { title: title.trim(), prefixes, description: null };
	}
	if (first.type !== 'strong') return null;
	const rest = /^\s*[(（]([^()（）]+)[)）]\s*(?:(?:[:：—–]|-\s)\s*)?(?!\s)(.*)$/.exec(
		text.slice(plainText(first).length),
	);
	const prefixes = rest === null ? null : readPrefixes(rest[1] ?? '', holdsCode(line));
	return prefixes === null ? null : { title: plainText(first), prefixes, description: rest?.[2] || null };
}
