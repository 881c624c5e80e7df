/** What a request path leads to. */
export type Target =
	/** A regular file below a folder. */
	| {
			readonly kind: 'file';
			readonly folder: string;
			readonly file: string;
			readonly size: number;
			readonly changed: Date;
	  }
	/** What has just been made; `name` is what its file would be called. */
	| { readonly kind: 'made'; readonly name: string; readonly body: Buffer }
	/** The same address with a slash at its end: links on the page of a folder are relative to it. */
	| { readonly kind: 'redirect'; readonly path: string }
	| { readonly kind: 'nothing' };

/** A site that can be asked for what is at an address. Paths are as requests have them: percent-encoded, without query. */
export interface SiteSource {
	/** What the site lies below; with a slash at both ends. */
	readonly base: () => string;
	readonly find: (path: string) => Promise<Target>;
	/** The page for addresses where nothing is. */
	readonly notFound: (path: string) => Promise<Target>;
	/** What is shown when `find` or `notFound` has thrown; nothing where it is left out. */
	readonly failed?: (error: unknown) => Target;
}
