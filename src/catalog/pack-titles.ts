import type { ParsedPack } from '../domain/parsed.ts';
import { inWords } from './words.ts';

/** A title stands in breadcrumbs and in every row of a list, so it has to be short. */
const LONGEST_TECHNOLOGY = 32;
const LONGEST_HEADING = 32;

/** Words of pack names that say nothing about what a pack is about. */
const FILLERS = new Set(['and', 'best', 'for', 'guide', 'practices', 'rules', 'skill', 'skills', 'the']);

/**
 * A title for every pack, no two alike. Many packs share one `technology`, or name less by it than by their own name
 * (`testing-react` is not just "React"); then the H1 of SKILL.md says more, if it is short, and the name in words is always left.
 */
export function packTitles(packs: readonly ParsedPack[]): readonly string[] {
	const technologies = countOf(packs.map((pack) => fold(pack.metadata?.technology ?? '')));
	const wanted = packs.map((pack) => {
		const technology = pack.metadata?.technology ?? null;
		const tells =
			technology !== null &&
			technology.length <= LONGEST_TECHNOLOGY &&
			technologies.get(fold(technology)) === 1 &&
			coversName(technology, pack.folder.name);
		const heading = pack.skill?.heading ?? '';
		if (tells) return technology;
		return heading !== '' && heading.length <= LONGEST_HEADING ? heading : inWords(ownName(pack.folder.name));
	});
	const titles = countOf(wanted.map(fold));
	const distinct = packs.map((pack, index) => {
		const title = wanted[index] ?? '';
		return titles.get(fold(title)) === 1 ? title : inWords(ownName(pack.folder.name));
	});
	const last = countOf(distinct.map(fold));
	return distinct.map((title, index) => (last.get(fold(title)) === 1 ? title : (packs[index]?.folder.name ?? title)));
}

/** `owner+name`, as collections name a clone, without the owner. */
function ownName(name: string): string {
	return name.slice(name.lastIndexOf('+') + 1) || name;
}

function coversName(technology: string, name: string): boolean {
	const said = fold(technology).replace(/[^\p{L}\p{N}]/gu, '');
	const words = fold(name).split(/[^\p{L}\p{N}]+/u);
	return words.every((word) => FILLERS.has(word) || said.includes(word));
}

function fold(text: string): string {
	return text.trim().toLowerCase();
}

function countOf(values: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}
