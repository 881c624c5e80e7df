import type { Tag } from '../domain/rule.ts';

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

const OTHER = '#';

function letterOf(tag: Tag): string {
	const first = tag.name.normalize('NFD').match(/[a-z]/i)?.index === 0 ? tag.name.normalize('NFD')[0] : undefined;
	return first === undefined ? OTHER : first.toUpperCase();
}

const collator = new Intl.Collator('en', { numeric: true });

function compareNames(a: Tag, b: Tag): number {
	return collator.compare(a.name, b.name) || (a.key < b.key ? -1 : 1);
}
