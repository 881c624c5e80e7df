import { isPublishedImage } from '../domain/images.ts';
import { isWebAddress, resolveLocalLink } from '../domain/links.ts';
import type { Heading } from '../domain/rule.ts';
import type { SourceFile } from '../domain/source.ts';
import type { LinkTarget } from '../render/context.ts';
import { posix, type SiteMap } from './site-map.ts';

/** From `/rules/<pack>/<stem>/` up to the site's root: what makes every address hold under any base. */
const toRoot = '../../..';

/** Resolves the links of one rule, and remembers what they led to. */
export interface Resolver {
	readonly resolve: (url: string, kind: 'link' | 'image') => LinkTarget;
	/** Absolute paths of the files that the page shows or links to. */
	readonly published: ReadonlySet<string>;
	/** Absolute paths of all files and pages that links were looked up as. */
	readonly asked: ReadonlySet<string>;
}

/** `folder` is the pack's: only files below it are published for its rules. */
export function createResolver(
	source: SourceFile,
	folder: string,
	headings: readonly Heading[],
	map: SiteMap,
): Resolver {
	const published = new Set<string>();
	const asked = new Set<string>();
	const own = posix(source.absolute);
	const root = own.slice(0, own.length - source.source.length);
	const anchors = new Set(headings.map((heading) => heading.id));

	const anchor = (id: string): LinkTarget => {
		const known = anchors.has(id) ? id : anchors.has(id.toLowerCase()) ? id.toLowerCase() : null;
		if (id === '') return { kind: 'page', href: '#' };
		return known === null ? { kind: 'broken' } : { kind: 'page', href: `#${encodeURIComponent(known)}` };
	};
	const file = (path: string, id: string | null): LinkTarget => {
		// The content folder itself may be a pack.
		const absolute = path === '' ? root.slice(0, -1) : `${root}${path}`;
		asked.add(absolute);
		if (absolute === own) return anchor(id ?? '');
		const page = map.pages.get(absolute);
		if (page !== undefined) {
			return { kind: 'page', href: `${toRoot}${page}${id === null ? '' : `#${encodeURIComponent(id)}`}` };
		}
		const address = map.files.get(absolute);
		if (address === undefined) return { kind: 'broken' };
		if (!isPublishedImage(absolute) || !absolute.startsWith(`${posix(folder)}/`)) return { kind: 'unpublished' };
		published.add(absolute);
		return { kind: 'file', href: `${toRoot}${address}` };
	};
	return {
		published,
		asked,
		resolve: (url) => {
			const target = resolveLocalLink(source.source, url);
			if (target.kind === 'whole') return { kind: isWebAddress(url) ? 'whole' : 'broken' };
			if (target.kind === 'anchor') return anchor(target.id);
			return target.kind === 'file' ? file(target.path, target.anchor) : { kind: 'broken' };
		},
	};
}
