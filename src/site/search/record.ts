import type { Pack, Rule } from '../../domain/rule.ts';
import { searchedCodes, searchedLinters } from './codes.ts';
import { kebabEndings, signPairs, symbols } from './symbols.ts';

/** What the search engine gets to know of one rule. */
export interface SearchRecord {
	readonly url: string;
	readonly language: string;
	readonly content: string;
	readonly meta: Record<string, string>;
	readonly filters: Record<string, string[]>;
}

/** Value of the filter `state` of a rule that no longer holds; the others have none. */
export const DEPRECATED = 'deprecated';
/** Filter value of a rule without a tier. */
const NO_IMPACT = 'NONE';

/**
 * The record of a rule. Its metadata is searched with a weight per key (see `RANKING` of the client), so that a hit in the
 * title or the id stands above one in the text; filters are not searched. `tagNames` gives a rule's tags in the catalog's spelling.
 */
export function searchRecord(rule: Rule, pack: Pack, tagNames: readonly string[]): SearchRecord {
	const section = pack.sections.find((one) => one.slug === rule.section);
	const place = section === undefined ? pack.title : `${pack.title} › ${section.title}`;
	const words = `${rule.title} ${tagNames.join(' ')} ${rule.text}`;
	const codes = searchedCodes(rule);
	const linters = searchedLinters(rule);
	const names = [...kebabEndings(rule.stem), ...symbols(`${words} ${codes.join(' ')}`), ...signPairs(words)];
	return {
		url: rule.path,
		language: 'en',
		content: withoutTitle(rule),
		meta: {
			title: rule.title,
			id: rule.id,
			stem: rule.stem,
			place,
			...(codes.length > 0 && { codes: codes.join(', ') }),
			...(linters.length > 0 && { linters: linters.join(', ') }),
			...(tagNames.length > 0 && { tags: tagNames.join(', ') }),
			...(names.length > 0 && { names: names.join(' ') }),
		},
		filters: {
			impact: [rule.impact ?? NO_IMPACT],
			pack: [rule.pack],
			tag: [...tagNames],
			language: [...rule.languages],
			...(rule.deprecated !== null && { state: [DEPRECATED] }),
		},
	};
}

/** Most bodies begin with the title again; an excerpt of it under the title would say nothing. */
function withoutTitle({ text, title }: Rule): string {
	const plain = title.replaceAll('`', '');
	const rest = text.startsWith(plain) ? text.slice(plain.length) : text;
	return rest.trim() === '' ? title : rest.trim();
}
