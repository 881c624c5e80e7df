import type { Nodes, Root } from 'mdast';
import { isWebAddress, resolveLocalLink } from '../domain/links.ts';
import { FILE_START } from '../domain/place.ts';
import type { LocalLink } from '../domain/rule.ts';
import { walk } from '../domain/walk.ts';

/** Links and images of a tree that lead to another file or an anchor, or nowhere; addresses of the web and of mail are left out. */
export function readLocalLinks(tree: Root): LocalLink[] {
	const links: LocalLink[] = [];
	walk<Nodes>(tree, (node) => {
		if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
		if (resolveLocalLink('', node.url).kind === 'whole' && isWebAddress(node.url)) return;
		const start = node.position?.start ?? FILE_START;
		links.push({
			kind: node.type === 'image' ? 'image' : 'link',
			url: node.url,
			place: { line: start.line, column: start.column },
		});
	});
	return links;
}
