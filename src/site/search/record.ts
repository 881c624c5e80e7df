import type { Pack, Rule } from '../../domain/rule.ts';
import { searchedCodes, searchedLinters } from './codes.ts';
import { kebabEndings, signPairs, symbols } from './symbols.ts';

/** All of a rule that decides how it is found. */
export interface SearchedRule
	extends Pick<
		Rule,
		| 'id'
		| 'path'
		| 'pack'
		| 'title'
		| 'stem'
		| 'text'
		| 'tags'
		| 'impact'
		| 'languages'
		| 'codes'
		| 'standards'
		| 'aliases'
	> {
	/** Its tags in the catalog's spelling. */
	readonly tagNames: readonly string[];
	/** `Pack › Section`. */
	readonly place: string;
	readonly isDeprecated: boolean;
}

/** What the search engine gets to know of one rule. */
export interface SearchRecord {
	readonly url: string;
	readonly content: string;
	readonly meta: Record<string, string>;
	readonly filters: Record<string, string[]>;
}

/** Value of the filter `state` of a rule that no longer holds; the others have none. */
export const DEPRECATED = 'deprecated';
/** Filter value of a rule without a tier. */
const NO_IMPACT = 'NONE';
/** Longer texts are searched up to here; the longest that people write are a tenth of it. */
const LONGEST_TEXT = 400_000;
/** So many pieces of names are listed for one rule; code that has more is no longer an example. */
const MOST_NAMES = 5000;

/** What of a rule the search needs. `tagNames` gives its tags in the catalog's spelling. */
export function searchedRule(rule: Rule, pack: Pack, tagNames: readonly string[]): SearchedRule {
	const { id, path, title, stem, text, tags, impact, languages, codes, standards, aliases, deprecated } = rule;
	const section = pack.sections.find((one) => one.slug === rule.section);
	const place = section === undefined ? pack.title : `${pack.title} › ${section.title}`;
	const own = { id, path, pack: rule.pack, title, stem, tags, impact, languages, codes, standards, aliases };
	return { ...own, text: cut(text), tagNames, place, isDeprecated: deprecated !== null };
}

/**
 * The record of a rule. Its metadata is searched with a weight per key (see `RANKING` of the client), so that a hit in the
 * title or the id stands above one in the text; filters are not searched.
 */
export function searchRecord(rule: SearchedRule): SearchRecord {
	const { title, id, stem, place, tagNames } = rule;
	const words = `${title} ${tagNames.join(' ')} ${rule.text}`;
	const codes = searchedCodes(rule);
	const linters = searchedLinters(rule);
	const names = [...kebabEndings(stem), ...symbols(`${words} ${codes.join(' ')}`), ...signPairs(words)];
	return {
		url: rule.path,
		content: withoutTitle(rule),
		meta: {
			title,
			id,
			stem,
			place,
			...(codes.length > 0 && { codes: codes.join(', ') }),
			...(linters.length > 0 && { linters: linters.join(', ') }),
			...(tagNames.length > 0 && { tags: tagNames.join(', ') }),
			...(names.length > 0 && { names: names.slice(0, MOST_NAMES).join(' ') }),
		},
		filters: {
			impact: [rule.impact ?? NO_IMPACT],
			pack: [rule.pack],
			tag: [...tagNames],
			language: [...rule.languages],
			...(rule.isDeprecated && { state: [DEPRECATED] }),
		},
	};
}

/** Most bodies begin with the title again; an excerpt of it under the title would say nothing. */
function withoutTitle({ text, title }: Pick<Rule, 'text' | 'title'>): string {
	const plain = title.replaceAll('`', '');
	const rest = text.startsWith(plain) ? text.slice(plain.length) : text;
	return rest.trim() === '' ? title : rest.trim();
}

/** A cut through a pair of surrogates would leave half a character, which the engine refuses. */
function cut(text: string): string {
	return text.length <= LONGEST_TEXT ? text : text.slice(0, LONGEST_TEXT).toWellFormed();
}
