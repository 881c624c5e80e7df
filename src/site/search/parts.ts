import { hash } from 'node:crypto';
import type { RuleId } from '../../domain/ids.ts';
import type { Catalog, Pack } from '../../domain/rule.ts';
import { codeHash, versionsOf } from '../../prepare/fingerprint.ts';
import { type SearchedRule, searchedRule } from './record.ts';

/** What the index of a part is made from. */
export interface PartContent {
	/** What the engine knows the part by; its stemmer is chosen by what stands before the first `-`. */
	readonly language: string;
	/** How many entries one file of the word index holds. */
	readonly chunk: number;
	readonly rules: readonly SearchedRule[];
}

/** Some of the rules, which are indexed apart from the others. */
export interface IndexPart extends Pick<PartContent, 'language'> {
	/** The ids of its rules, in their order. */
	readonly ids: readonly RuleId[];
	/** Changes with anything that the index of the part is made from. */
	readonly key: string;
	readonly content: () => PartContent;
}

/** An edit has one part indexed again, which takes about a second; more parts are more requests of every search. */
const RULES_IN_PART = 800;
/** Bounds the requests; from here on parts grow, but not without end: an engine takes some 0.2 MB a rule. */
const MANY_PARTS = 16;
const MOST_RULES_IN_PART = 2000;
/** The engine's own size. With as many parts, pieces so much smaller hold the same words: a search loads the same bytes. */
const WHOLE_CHUNK = 20_000;
const SMALLEST_CHUNK = 1250;
/** Folders of this program whose code decides what the index holds. */
const CODE = ['domain', 'site/codes', 'site/search'];

/**
 * The rules in parts that change as little as can be: a rule's part depends on its id and on roughly how many rules there are.
 * Within a part they stand in the order of the catalog.
 */
export async function indexParts(catalog: Catalog): Promise<readonly IndexPart[]> {
	const count = partsFor(catalog.rules.length);
	const rules: SearchedRule[][] = Array.from({ length: count }, () => []);
	for (const rule of searchedRules(catalog)) rules[partOf(rule.id, count)]?.push(rule);
	const code = await codeKey();
	const chunk = Math.max(SMALLEST_CHUNK, Math.round(WHOLE_CHUNK / count));
	return rules.map((some, number) => {
		const language = number === 0 ? 'en' : `en-x-${number}`;
		const key = keyOf(JSON.stringify([code, language, chunk]), some);
		return { language, ids: some.map(({ id }) => id), key, content: () => ({ language, chunk, rules: some }) };
	});
}

/** How many parts so many rules are divided into. */
export function partsFor(rules: number): number {
	const few = Math.min(MANY_PARTS, Math.ceil(rules / RULES_IN_PART));
	return Math.max(1, few, Math.ceil(rules / MOST_RULES_IN_PART));
}

/** The part of a rule: always the same for the same number of parts. */
export function partOf(id: string, parts: number): number {
	return Number.parseInt(hash('sha256', id).slice(0, 12), 16) % parts;
}

function searchedRules(catalog: Catalog): SearchedRule[] {
	const packs = new Map<string, Pack>(catalog.packs.map((pack) => [pack.name, pack]));
	const tagNames = new Map<string, string[]>();
	for (const { name, rules } of catalog.tags) {
		for (const id of rules) {
			const names = tagNames.get(id);
			if (names === undefined) tagNames.set(id, [name]);
			else names.push(name);
		}
	}
	return catalog.rules.flatMap((rule) => {
		const pack = packs.get(rule.pack);
		return pack === undefined ? [] : [searchedRule(rule, pack, tagNames.get(rule.id) ?? [])];
	});
}

/** Rules are hashed in pieces: all of them as one text would take as much memory again. Their texts need no JSON for that. */
function keyOf(settings: string, rules: readonly SearchedRule[]): string {
	const sums = rules.map(({ text, ...rest }) => `${hash('sha256', text)} ${JSON.stringify(rest)}`);
	return hash('sha256', `${settings}\n${sums.join('\n')}`).slice(0, 32);
}

async function codeKey(): Promise<string> {
	return hash('sha256', JSON.stringify([codeHash(CODE), await versionsOf(['pagefind'])]));
}
