import type { FacetName, PerFacet } from './facets.ts';

/** How many rules are listed at first, and how many more at a time. */
export const FIRST_ROWS = 50;

/** How many values of a facet are listed before a reader asks for more. */
export const FIRST_VALUES = 8;

export const FACET_HEADINGS: PerFacet<string> = {
	impact: 'Impact',
	tag: 'Tag',
	pack: 'Pack',
	section: 'Section',
	language: 'Language',
	linter: 'Linter',
};

const PLURALS: PerFacet<string> = {
	impact: 'tiers',
	tag: 'tags',
	pack: 'packs',
	section: 'sections',
	language: 'languages',
	linter: 'linters',
};

export function plural(facet: FacetName): string {
	return PLURALS[facet];
}
