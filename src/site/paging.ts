/** Rules on one page of a long list: short enough to open at once on a phone, long enough to search by eye. */
const PER_PAGE = 200;

/** One page of a long list. */
export interface ListPage<T> {
	readonly items: readonly T[];
	/** Counts from 1. */
	readonly page: number;
	readonly pages: number;
	/** How many there are on all pages. */
	readonly total: number;
}

/** Cuts a list into pages; an empty list has one empty page. */
export function paged<T>(items: readonly T[]): readonly ListPage<T>[] {
	const pages = Math.max(1, Math.ceil(items.length / PER_PAGE));
	return Array.from({ length: pages }, (_, index) => ({
		items: items.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
		page: index + 1,
		pages,
		total: items.length,
	}));
}

/** The address of a page of a list: the first has the list's own. */
export function pagePath(list: string, page: number): string {
	return page === 1 ? list : `${list}${page}/`;
}

/** The value of a `[...page]` parameter; Astro leaves the segment out for undefined. */
export function pageParam(page: number): string | undefined {
	return page === 1 ? undefined : String(page);
}
