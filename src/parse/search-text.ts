import type { Nodes, Root } from 'mdast';
import { walk } from '../domain/walk.ts';

/** All words of a tree as plain text, code included; blocks are separated by line breaks. */
export function searchText(tree: Root): string {
	const parts: string[] = [];
	walk<Nodes>(tree, (node) => {
		if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value);
		else if (node.type === 'code') parts.push('\n', node.value, '\n');
		else if (node.type === 'image') parts.push(node.alt ?? '');
		else if (node.type === 'break') parts.push(' ');
		else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') parts.push('\n');
		else if (node.type === 'tableCell') parts.push(' ');
	});
	return parts
		.join('')
		.replace(/\n\s*\n+/g, '\n')
		.trim();
}
