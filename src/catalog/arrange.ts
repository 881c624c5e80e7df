import type { DeclaredSection, ParsedPack } from '../domain/parsed.ts';
import type { ParsedRule } from '../domain/rule.ts';
import { boundedSegment } from '../domain/segments.ts';
import type { ArrangedPack, ArrangedSection } from './arranged.ts';
import { prefixesOf, type SectionFinder, sectionFinder } from './section-finder.ts';
import { compareNaturally, compareText, inWords, slugOf, uniqueNames } from './words.ts';

const OTHER = 'other';

/** Gives every rule of a pack its section, and puts both in reading order. */
export function arrangePack(parsed: ParsedPack): ArrangedPack {
	const { rules, repeated } = separateRepeated(parsed.rules);
	const found = sectionFinder(parsed.sections);
	const ways = foldersOf(rules, parsed.folder.source);
	const shared = sharedDepth([...ways.values()]);
	const declared = new Map<DeclaredSection, ParsedRule[]>();
	const undeclared = new Map<string, ParsedRule[]>();
	const loose: ParsedRule[] = [];
	for (const rule of rules) {
		const way = ways.get(rule) ?? [];
		const folder = way[shared] ?? '';
		const section = declaredSectionOf(rule, way, found);
		if (section !== null) append(declared, section, rule);
		else if (folder !== '') append(undeclared, folder, rule);
		else loose.push(rule);
	}
	const prefixes = sharedPrefixes(loose);
	for (const rule of loose) {
		const prefix = ownPrefix(rule.stem);
		append(undeclared, prefixes.has(prefix) ? prefix : OTHER, rule);
	}
	return { parsed, rules, repeated, sections: writeSections(parsed.sections, declared, undeclared) };
}

/** The first file of an id keeps it. Ids are compared without case: addresses become files, also on disks that ignore case. */
function separateRepeated(rules: readonly ParsedRule[]): Pick<ArrangedPack, 'rules' | 'repeated'> {
	const first = new Map<string, ParsedRule>();
	const repeated: { rule: ParsedRule; first: ParsedRule }[] = [];
	for (const rule of rules) {
		const key = rule.stem.normalize('NFC').toLowerCase();
		const other = first.get(key);
		if (other === undefined) first.set(key, rule);
		else repeated.push({ rule, first: other });
	}
	return { rules: [...first.values()], repeated };
}

function declaredSectionOf(
	rule: ParsedRule,
	folders: readonly string[],
	{ byStem, byName, byFolder }: SectionFinder,
): DeclaredSection | null {
	const { section } = rule.frontmatter;
	const named = byStem(rule.stem) ?? (section === null ? null : byName(section));
	return named ?? folders.map(byFolder).find((one) => one !== null) ?? null;
}

/** The folders between the pack and each of its rules, but for those that only say that rules are inside. */
function foldersOf(rules: readonly ParsedRule[], pack: string): ReadonlyMap<ParsedRule, readonly string[]> {
	const depth = pack === '' ? 0 : pack.split('/').length;
	const isTopic = (folder: string): boolean => !/^(?:rules|references?)$/i.test(folder);
	return new Map(rules.map((rule) => [rule, rule.source.split('/').slice(depth, -1).filter(isTopic)]));
}

/** How many folders from the outside all rules share: those tell nothing about any of them. */
function sharedDepth(ways: readonly (readonly string[])[]): number {
	const [first = []] = ways;
	const differs = first.findIndex((folder, index) => ways.some((way) => way[index] !== folder));
	return differs === -1 ? first.length : differs;
}

function sharedPrefixes(rules: readonly ParsedRule[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const { stem } of rules) counts.set(ownPrefix(stem), (counts.get(ownPrefix(stem)) ?? 0) + 1);
	return new Set([...counts].filter(([prefix, count]) => prefix !== '' && count > 1).map(([prefix]) => prefix));
}

/** What stands before the first hyphen; '' for a stem of one word. */
function ownPrefix(stem: string): string {
	return stem.slice(0, Math.max(0, stem.indexOf('-'))).toLowerCase();
}

function writeSections(
	order: readonly DeclaredSection[],
	declared: ReadonlyMap<DeclaredSection, readonly ParsedRule[]>,
	undeclared: ReadonlyMap<string, readonly ParsedRule[]>,
): readonly ArrangedSection[] {
	const unique = uniqueNames();
	const named = order.flatMap((section): ArrangedSection[] => {
		const rules = declared.get(section);
		if (rules === undefined) return [];
		const slug = unique(boundedSegment(slugOf(prefixesOf(section)[0] ?? section.title)) || 'section');
		return [{ slug, title: section.title, declared: section, rules: inOrder(rules) }];
	});
	const others = [...undeclared]
		.map(([name, rules]) => ({ name, title: inWords(name), rules: inOrder(rules) }))
		.sort((a, b) => Number(a.name === OTHER) - Number(b.name === OTHER) || compareText(a.title, b.title))
		.map(({ name, title, rules }) => ({
			slug: unique(boundedSegment(slugOf(name)) || 'section'),
			title,
			declared: null,
			rules,
		}));
	return [...named, ...others];
}

function inOrder(rules: readonly ParsedRule[]): readonly ParsedRule[] {
	return rules.toSorted((a, b) => compareNaturally(a.stem, b.stem));
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}
