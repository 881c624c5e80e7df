/** What an address was found as. */
export type Kind =
	| 'link'
	| 'anchor'
	| 'redirect'
	| 'image'
	| 'script'
	| 'style'
	| 'icon'
	| 'manifest'
	| 'frame'
	| 'form'
	| 'canonical'
	| 'alternate'
	| 'preview'
	| 'page'
	| 'search result'
	| 'search engine'
	| 'rule browser'
	| 'rules.json'
	| 'rules.sarif'
	| 'feed'
	| 'sitemap'
	| 'schema'
	| 'robots.txt';

/** An address as it is written in a file of a site. */
export interface Found {
	readonly kind: Kind;
	readonly url: string;
}
