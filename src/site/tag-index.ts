import { tagPath } from '../domain/ids.ts';
import type { Tag } from '../domain/rule.ts';
import { type ListPage, paged, pagePath } from './paging.ts';

/** Rules that the index names beside a tag. A tag of more rules has a page of its own; of others the index says all. */
const NAMED = 3;
/** Of every letter, where the tags of all letters together are too many for one page. */
const NAMED_OF_LETTER = 12;
const INDEX = '/tags/';
const OTHER = '#';

/** The tags that begin with a letter. */
export interface TagLetter {
	/** An upper-case Latin letter, or `#` for all other signs. */
	readonly letter: string;
	/** Site path of its list, or of its part of the only page. */
	readonly path: string;
	readonly count: number;
	/** The names that a reader most likely looks for, in alphabetical order. */
	readonly top: readonly Tag[];
	readonly lists: readonly ListPage<Tag>[];
}

/** The index of all tags. */
export interface TagIndex {
	/** Whether all tags are listed on the first page; otherwise every letter has pages of its own. */
	readonly isOnePage: boolean;
	readonly letters: readonly TagLetter[];
	/** The site path where all rules of a tag are listed, with an anchor where that is on a page of the index. */
	readonly addressOf: (tag: Tag) => string;
}

const made = new WeakMap<readonly Tag[], TagIndex>();

/** The index of a catalog's tags; computed once. */
export function tagIndex(tags: readonly Tag[]): TagIndex {
	const known = made.get(tags);
	if (known !== undefined) return known;
	const fresh = makeIndex(tags);
	made.set(tags, fresh);
	return fresh;
}

/** Whether a tag has a page of its own. */
export function hasOwnPage({ rules }: Tag): boolean {
	return rules.length > NAMED;
}

/** The id of a tag's entry in the index: no slug and no heading has a colon. */
export function tagAnchor({ slug }: Tag): string {
	return `tag:${slug}`;
}

/** The tags with most rules, most used first; equals by name. */
export function mostUsed(tags: readonly Tag[], count: number): readonly Tag[] {
	return tags.toSorted((a, b) => b.rules.length - a.rules.length || compareNames(a, b)).slice(0, count);
}

/** Tags under the letter they begin with, in alphabetical order; those that begin with no Latin letter come last. */
export function byLetter(tags: readonly Tag[]): readonly { readonly letter: string; readonly tags: readonly Tag[] }[] {
	const groups = Map.groupBy(tags.toSorted(compareNames), letterOf);
	return [...groups]
		.map(([letter, some]) => ({ letter, tags: some }))
		.sort((a, b) => Number(a.letter === OTHER) - Number(b.letter === OTHER) || (a.letter < b.letter ? -1 : 1));
}

/** The letter as the segment of an address. */
export function letterKey(letter: string): string {
	return letter === OTHER ? 'other' : letter.toLowerCase();
}

function makeIndex(tags: readonly Tag[]): TagIndex {
	const isOnePage = paged(tags).length === 1;
	const places = new Map<string, string>();
	const letters = byLetter(tags).map(({ letter, tags: some }): TagLetter => {
		// No slug has a hyphen between words, so that no tag's page is at this address.
		const list = `${INDEX}by-letter/${letterKey(letter)}/`;
		const lists = paged(some);
		for (const { page, items } of lists) {
			for (const { key } of items) places.set(key, isOnePage ? INDEX : pagePath(list, page));
		}
		const top = mostUsed(some, NAMED_OF_LETTER).toSorted(compareNames);
		return { letter, path: isOnePage ? `${INDEX}#${letterKey(letter)}` : list, count: some.length, top, lists };
	});
	return {
		isOnePage,
		letters,
		addressOf: (tag) =>
			hasOwnPage(tag) ? tagPath(tag.slug) : `${places.get(tag.key) ?? INDEX}#${encodeURI(tagAnchor(tag))}`,
	};
}

function letterOf(tag: Tag): string {
	const first = tag.name.normalize('NFD').match(/[a-z]/i)?.index === 0 ? tag.name.normalize('NFD')[0] : undefined;
	return first === undefined ? OTHER : first.toUpperCase();
}

const collator = new Intl.Collator('en', { numeric: true });

function compareNames(a: Tag, b: Tag): number {
	return collator.compare(a.name, b.name) || (a.key < b.key ? -1 : 1);
}
