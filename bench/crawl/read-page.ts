import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { walk } from '../../src/domain/walk.ts';
import type { Found, Kind } from './found.ts';

/** HTML has no way to write a control character that it takes for right, and the code of a rule keeps each of its author's. */
const AUTHORS_OWN = 'control-character-in-input-stream';

/** What a page leads to and offers, as a parser of HTML that is not ours reads it. */
export interface PageReading {
	readonly ids: ReadonlySet<string>;
	readonly found: readonly Found[];
	/** Where the page sends its reader at once; null for a page with content. */
	readonly refresh: string | null;
	readonly canonical: string | null;
	/** Errors of the HTML parser, and ids that stand twice. */
	readonly faults: readonly string[];
}

const LINK_KINDS: Readonly<Record<string, Kind>> = {
	stylesheet: 'style',
	icon: 'icon',
	manifest: 'manifest',
	canonical: 'canonical',
	alternate: 'alternate',
	modulepreload: 'script',
};

/** Kinds by element and attribute; those of `<link>` and `<meta>` depend on more. */
const ADDRESSES: readonly (readonly [element: string, property: string, kind: Kind])[] = [
	['a', 'href', 'link'],
	['area', 'href', 'link'],
	['form', 'action', 'form'],
	['script', 'src', 'script'],
	['img', 'src', 'image'],
	['source', 'src', 'image'],
	['image', 'href', 'image'],
	['use', 'href', 'image'],
	['iframe', 'src', 'frame'],
	['object', 'data', 'frame'],
	['embed', 'src', 'frame'],
	['html', 'dataBase', 'form'],
];

/** Reads a page. Never throws: what is wrong with the HTML is among the faults. */
export function readPage(html: string): PageReading {
	const faults: string[] = [];
	const tree: Root = fromHtml(html, {
		onerror: ({ ruleId, line, column }) => {
			if (ruleId !== AUTHORS_OWN) faults.push(`${line}:${column} ${ruleId}`);
		},
	});
	const ids = new Set<string>();
	const found: Found[] = [];
	let refresh: string | null = null;
	walk<Root | Root['children'][number]>(tree, (node) => {
		if (node.type !== 'element') return;
		const id = node.properties['id'];
		if (typeof id === 'string') {
			if (ids.has(id)) faults.push(`the id "${id}" stands twice`);
			ids.add(id);
		}
		found.push(...addressesOf(node));
		refresh ??= refreshOf(node);
	});
	if (refresh !== null) found.push({ kind: 'redirect', url: refresh });
	return { ids, found, refresh, canonical: found.find(({ kind }) => kind === 'canonical')?.url ?? null, faults };
}

function addressesOf(node: Element): Found[] {
	const { tagName, properties } = node;
	if (tagName === 'link') {
		const rel = String(properties['rel'] ?? '').split(/[\s,]+/);
		return texts(properties['href']).map((url) => ({ kind: LINK_KINDS[rel[0] ?? ''] ?? 'style', url }));
	}
	if (tagName === 'meta') {
		const name = String(properties['property'] ?? properties['name'] ?? '');
		return /^(?:og|twitter):(?:url|image)$/.test(name)
			? texts(properties['content']).map((url) => ({ kind: 'preview' as const, url }))
			: [];
	}
	return ADDRESSES.filter(([element]) => element === tagName).flatMap(([, property, kind]) =>
		texts(properties[property]).map((url) => ({ kind, url })),
	);
}

function refreshOf({ tagName, properties }: Element): string | null {
	if (tagName !== 'meta' || !String(properties['httpEquiv'] ?? '').includes('refresh')) return null;
	return /;\s*url=(.*)$/i.exec(String(properties['content']))?.[1] ?? null;
}

function texts(value: unknown): string[] {
	return typeof value === 'string' ? [value] : [];
}
