/** The facets of the browser of rules, in the order in which they stand in the URL and on the page. */
export const FACETS = ['impact', 'tag', 'pack', 'section', 'language', 'linter'] as const;

export type FacetName = (typeof FACETS)[number];

/** One value for each facet. */
export type PerFacet<T> = Readonly<Record<FacetName, T>>;

export function perFacet<T>(make: (facet: FacetName) => T): PerFacet<T> {
	return {
		impact: make('impact'),
		tag: make('tag'),
		pack: make('pack'),
		section: make('section'),
		language: make('language'),
		linter: make('linter'),
	};
}
