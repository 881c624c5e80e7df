import type { RuleFile } from './rule-file.ts';

/** What an address that leads nowhere asked for. */
export interface Asked {
	/** '' when the address names none. */
	readonly pack: string;
	readonly stem: string;
	/** The words of both, to search for. */
	readonly words: string;
}

/** A rule by its place in the catalog, with what its address is made of. */
export interface NearRule {
	readonly place: number;
	readonly pack: number;
	readonly section: number;
	readonly stem: string;
}

/** Half of the letter pairs of the stem, in a pack of another name, is as far as a guess may go. */
const LEAST = 0.5;
const PACK_WEIGHT = 0.25;
/** Beside a good guess, guesses that are worse by more than this are noise. */
const SPREAD = 0.4;

/** Reads the path of a page that is not there: `/docs/rules/c-basics/close-files/` asks for `close-files` of `c-basics`. */
export function readAsked(path: string, base: string): Asked {
	const inside = path.startsWith(base) ? path.slice(base.length) : path;
	const segments = inside.split('/').map(decoded);
	const named = segments.filter((segment) => segment !== '' && !/^index\.html?$/i.test(segment));
	const [kind = '', ...rest] = named;
	const steps = ['rules', 'packs', 'tags'].includes(kind) ? rest : named;
	const isPack = kind === 'packs' || (kind === 'rules' && steps.length === 1);
	const stem = isPack ? '' : (steps.at(-1) ?? '').replace(/\.(?:html?|mdx?)$/i, '');
	const pack = isPack ? (steps[0] ?? '') : (steps.at(-2) ?? '');
	return { pack, stem, words: (stem === '' ? pack : stem).replace(/[-_.\s]+/g, ' ').trim() };
}

/**
 * The rules whose address is most like the one asked for, best first: a rule that moved to another pack keeps its stem, so the
 * stem counts most and the pack decides between equals.
 */
export function nearestRules(file: RuleFile, { pack, stem }: Asked, most: number): readonly NearRule[] {
	if (stem === '') return [];
	const packs = file.packs.map((line) => likeness(pack, line.split('\t', 1)[0] ?? ''));
	const wanted = letterPairs(stem);
	const near: (NearRule & { readonly score: number })[] = [];
	let place = 0;
	for (const [section, rules] of file.runs) {
		const inPack = file.sections[section]?.[0] ?? 0;
		for (const end = place + rules; place < end; place += 1) {
			const found = file.rules[place]?.split('\t')[1] ?? '';
			const like = found.toLowerCase() === stem.toLowerCase() ? 1.5 : shared(wanted, letterPairs(found));
			const score = like + PACK_WEIGHT * (packs[inPack] ?? 0);
			if (like >= LEAST) near.push({ place, pack: inPack, section, stem: found, score });
		}
	}
	near.sort((a, b) => b.score - a.score || a.place - b.place);
	const least = (near[0]?.score ?? 0) - SPREAD;
	return near.filter(({ score }) => score >= least).slice(0, most);
}

/** How alike two names are, from 0 to 1. */
function likeness(a: string, b: string): number {
	return a.toLowerCase() === b.toLowerCase() ? 1 : shared(letterPairs(a), letterPairs(b));
}

/** The pairs of neighbouring letters of each word: words may stand in another order, and a typing error breaks two pairs. */
function letterPairs(name: string): ReadonlySet<string> {
	const pairs = new Set<string>();
	for (const word of name.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
		if (word !== '') for (let at = 0; at <= word.length; at += 1) pairs.add(` ${word} `.slice(at, at + 2));
	}
	return pairs;
}

/** Dice's coefficient. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let both = 0;
	for (const pair of a) if (b.has(pair)) both += 1;
	return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
