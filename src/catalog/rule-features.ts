import type { Rule } from '../domain/rule.ts';
import { tagKey } from '../domain/tags.ts';

type Described = Pick<Rule, 'stem' | 'title' | 'tags' | 'text'>;

/** What kind of thing rules may share, and how much it says that they do. */
const WEIGHTS = { tag: 3, title: 2, name: 1, prefix: 1 } as const;

/** A name in code that more than one word makes: `pool_cleanup`, `useEffect`, `std::move`. Single words are everyone's. */
const NAME = /[A-Za-z_$][\w$]*(?:(?:::|\.)[A-Za-z_$][\w$]*)*/g;
const COMPOUND = /[a-z0-9][A-Z]|[A-Za-z0-9]_[A-Za-z0-9]|::|\./;
const LONGEST_NAME = 60;

/** The features of a rule and what each counts: its tags, the words of its title, the compound names of its text. */
export function featuresOf({ stem, title, tags, text }: Described): ReadonlyMap<string, number> {
	const features = new Map<string, number>();
	for (const [name] of `${title}\n${text}`.matchAll(NAME)) {
		if (name.length <= LONGEST_NAME && COMPOUND.test(name)) features.set(`name ${name}`, WEIGHTS.name);
	}
	for (const [word] of title.toLowerCase().matchAll(/[\p{L}\p{N}_]+/gu)) {
		if (word.length > 2) features.set(`title ${singular(word)}`, WEIGHTS.title);
	}
	// Many authors repeat the section as the first tag, and sections of one name have little to do with each other.
	const prefix = tagKey(stem.split('-', 1)[0] ?? '');
	for (const tag of tags) {
		const key = tagKey(tag);
		features.set(`tag ${key}`, key === prefix ? WEIGHTS.prefix : WEIGHTS.tag);
	}
	return features;
}

/** Enough to have `allocations` meet `allocation`; a stemmer would not pay for its size. */
function singular(word: string): string {
	return word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
