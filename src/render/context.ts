import type { Highlighter } from './highlight.ts';

/** Where a link or image of a rule's body leads on the site. */
export type LinkTarget =
	/** Another page or a place on this one; `href` is relative to the rule's page, so it holds under any base. */
	| { readonly kind: 'page'; readonly href: string }
	/** A file of a pack that is published beside the pages. */
	| { readonly kind: 'file'; readonly href: string }
	/** Leads to something that exists but is not published: shown as text. */
	| { readonly kind: 'unpublished' }
	/** Leads nowhere: shown as text. */
	| { readonly kind: 'broken' }
	/** A whole address; the sanitiser decides whether its scheme is harmless. */
	| { readonly kind: 'whole' };

export interface RenderContext {
	readonly highlighter: Highlighter;
	readonly resolve: (url: string, kind: 'link' | 'image') => LinkTarget;
	/** True for a pack that the config marks as trusted: HTML in Markdown stays HTML. */
	readonly trusted: boolean;
	readonly titleAnchor: string | null;
}
