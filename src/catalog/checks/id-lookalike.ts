import { type Diagnostic, diagnostic } from '../../domain/diagnostics.ts';
import { deceivingSign, looksLike, mayDeceive } from '../../domain/lookalikes.ts';
import { FILE_START } from '../../domain/place.ts';
import type { Check } from './check.ts';

interface NamedFile {
	readonly name: string;
	readonly file: string;
}

/** Names of packs, and stems of rules in one pack, with letters that make them look like another's. */
export const idLookalike: Check = ({ packs }) => [
	...lookalikes(packs.map(({ parsed, rules }) => ({ name: parsed.folder.name, file: rules[0]?.file ?? '' }))),
	...packs.flatMap(({ rules }) => lookalikes(rules.map(({ stem, file }) => ({ name: stem, file })))),
];

function lookalikes(all: readonly NamedFile[]): readonly Diagnostic[] {
	const suspects = all.filter(({ name }) => mayDeceive(name) && looksLike(name) !== name.toLowerCase());
	if (suspects.length === 0) return [];
	const byLook = new Map(all.filter((one) => !suspects.includes(one)).map((one) => [one.name.toLowerCase(), one]));
	return suspects.flatMap(({ name, file }) => {
		const other = byLook.get(looksLike(name));
		if (other === undefined) return [];
		const args = { name, sign: deceivingSign(name), other: other.name, file: other.file };
		return [diagnostic('id-lookalike', file, FILE_START, args)];
	});
}
