import type { DeclaredSection } from '../domain/parsed.ts';
import { slugOf } from './words.ts';

/** Finds the declared section of a rule by its stem, its frontmatter or its folder. */
export interface SectionFinder {
	readonly byStem: (stem: string) => DeclaredSection | null;
	/** By title, by prefix, or by number: the place in the list. */
	readonly byName: (name: string) => DeclaredSection | null;
	readonly byFolder: (folder: string) => DeclaredSection | null;
}

/** Of two sections with one prefix the first has the rules; so it is with titles. */
export function sectionFinder(declared: readonly DeclaredSection[]): SectionFinder {
	const prefixes = new Map<string, DeclaredSection>();
	const titles = new Map<string, DeclaredSection>();
	for (const section of declared) {
		for (const prefix of prefixesOf(section)) {
			if (!prefixes.has(prefix.toLowerCase())) prefixes.set(prefix.toLowerCase(), section);
		}
		const title = slugOf(section.title);
		if (!titles.has(title)) titles.set(title, section);
	}
	return {
		byStem: (stem) => {
			// From the whole stem to its first word: the longest prefix is met first.
			for (let start = stem.toLowerCase(); start !== ''; start = start.replace(/(?:^|[-_.])[^-_.]*$/, '')) {
				const section = prefixes.get(start);
				if (section !== undefined) return section;
			}
			return null;
		},
		byName: (name) => {
			const words = name.trim().replace(/^(?:\d+|section\s+\d+)\s*[.):：-]\s*(?=\p{L})/iu, '');
			const number = /^(?:section\s+)?(\d+)$/i.exec(words)?.[1];
			const numbered = number === undefined ? undefined : declared[Number(number) - 1];
			return titles.get(slugOf(words)) ?? prefixes.get(bare(words)) ?? numbered ?? null;
		},
		byFolder: (folder) => prefixes.get(bare(folder)) ?? titles.get(slugOf(folder)) ?? null,
	};
}

/** The prefixes of a section; the words of its title when it declares none. */
export function prefixesOf(section: DeclaredSection): readonly string[] {
	const written = section.prefixes.map((prefix) => prefix.replace(/(?<!-)-+$/, '')).filter((prefix) => prefix !== '');
	const slug = slugOf(section.title);
	return written.length > 0 || slug === '' ? written : [slug];
}

function bare(prefix: string): string {
	return prefix
		.trim()
		.toLowerCase()
		.replace(/(?<![-/])[-/]+$/, '');
}
