/** Every address of the site: the pattern, and the file below `routes/` that makes its pages. */
export const ROUTES: readonly (readonly [pattern: string, file: string])[] = [
	['/', 'home.astro'],
	['/packs', 'packs.astro'],
	['/packs/[pack]', 'pack.astro'],
	['/packs/[pack]/[section]', 'section.astro'],
	['/rules/[pack]/[stem]', 'rule.astro'],
	['/rules/[...alias]', 'alias.astro'],
	['/d/[...address]', 'code.astro'],
	['/tags', 'tags.astro'],
	['/tags/by-letter/[letter]/[...page]', 'tag-letter.astro'],
	['/tags/[slug]/[...page]', 'tag.astro'],
	['/impact', 'impacts.astro'],
	['/impact/[tier]/[...page]', 'impact.astro'],
	['/404', 'not-found.astro'],
	['/rules.json', 'rules.json.ts'],
];
