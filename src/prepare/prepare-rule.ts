import { hash } from 'node:crypto';
import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import { stemOf } from '../domain/ids.ts';
import { FILE_START } from '../domain/place.ts';
import type { Likeness, ParsedRule, RenderedBody } from '../domain/rule.ts';
import type { SourceFile } from '../domain/source.ts';
import { parseDocument } from '../parse/document.ts';
import { renderBody } from '../render/body.ts';
import type { Highlighter } from '../render/highlight.ts';
import { likenessOf } from './likeness.ts';
import { createResolver } from './resolve.ts';
import { posix, type SiteMap } from './site-map.ts';

export interface PreparedRule {
	/** Null when the file is no rule, or has an error. */
	readonly rule: ParsedRule | null;
	readonly diagnostics: readonly Diagnostic[];
	/** Absolute paths that the rule's links were looked up as: when one of them changes its meaning, the page does. */
	readonly asked: readonly string[];
}

export interface PrepareContext {
	readonly pack: { readonly name: string; readonly absolute: string; readonly trusted: boolean };
	readonly map: SiteMap;
	/** Null when only the checks are wanted: the rule then has no HTML. */
	readonly highlighter: Highlighter | null;
}

const noLikeness: Likeness = { names: [], sketch: [] };
const nothing: RenderedBody = { lead: '', body: '', titleAnchor: null };

/** From one file to one rule: parsed, checked and rendered. Never throws for what the file holds. */
export async function prepareRule(source: SourceFile, context: PrepareContext): Promise<PreparedRule> {
	try {
		return await prepareUnguarded(source, context);
	} catch (error) {
		// Quotes or lists thousands deep exhaust the stack, here or in a later stage: that is the file's fault, not the run's.
		if (!(error instanceof RangeError)) throw error;
		const what = 'quotes, lists or brackets inside one another, thousands deep';
		return { rule: null, diagnostics: [diagnostic('file-excessive', source.file, FILE_START, { what })], asked: [] };
	}
}

async function prepareUnguarded(source: SourceFile, context: PrepareContext): Promise<PreparedRule> {
	const { pack } = context;
	const mdx = /\.mdx$/i.test(source.source);
	if (mdx && !pack.trusted) {
		const untrusted = diagnostic('mdx-untrusted', source.file, FILE_START, { pack: pack.name });
		return { rule: null, diagnostics: [untrusted], asked: [] };
	}
	const flavour = mdx ? 'mdx' : pack.trusted ? 'html' : 'md';
	const { document, diagnostics } = parseDocument(source, flavour);
	if (document === null) return { rule: null, diagnostics, asked: [] };
	const resolver = createResolver(source, pack.absolute, document.headings, context.map);
	// The site compiles MDX itself: it holds components that only Astro can render. What it links to is known all the same, as is
	// what a rule shows that is only checked.
	if (mdx || context.highlighter === null) for (const link of document.links) resolver.resolve(link.url, link.kind);
	const html =
		context.highlighter === null || mdx
			? { ...nothing, titleAnchor: document.titleAnchor }
			: await renderBody(document.tree, {
					highlighter: context.highlighter,
					resolve: resolver.resolve,
					trusted: pack.trusted,
					titleAnchor: document.titleAnchor,
				});
	const { tree: _tree, fences: _fences, titleAnchor: _anchor, ...facts } = document;
	const folder = `${posix(pack.absolute)}/`;
	const content = {
		source: source.source,
		digest: source.digest,
		stem: stemOf(source.source),
		mdx,
		...facts,
		assets: [...resolver.published].map((path) => path.slice(folder.length)).sort(),
		html,
	};
	const contentHash = hash('sha256', JSON.stringify(content));
	const likeness = context.highlighter === null ? noLikeness : likenessOf(document.frontmatter.title, document.text);
	const rule = { file: source.file, ...content, contentHash, likeness };
	return { rule, diagnostics, asked: [...resolver.asked] };
}
