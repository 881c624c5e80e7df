import { pieces, sketch } from '../domain/fingerprints.ts';
import type { Likeness } from '../domain/rule.ts';

/** A name in code that more than one word makes: `pool_cleanup`, `useEffect`, `std::move`. Single words are everyone's. */
const NAME = /[A-Za-z_$][\w$]*(?:(?:::|\.)[A-Za-z_$][\w$]*)*/g;
const COMPOUND = /[a-z0-9][A-Z]|[A-Za-z0-9]_[A-Za-z0-9]|::|\./;
const LONGEST_NAME = 60;

/** What other rules are compared with this one by. */
export function likenessOf(title: string, text: string): Likeness {
	return { names: compoundNames(`${title}\n${text}`), sketch: sketch(pieces(text)) };
}

function compoundNames(text: string): readonly string[] {
	const names = new Set<string>();
	for (const [name] of text.matchAll(NAME)) {
		if (name.length <= LONGEST_NAME && COMPOUND.test(name)) names.add(name);
	}
	return [...names];
}
