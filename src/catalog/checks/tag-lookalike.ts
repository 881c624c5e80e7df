import { type Diagnostic, diagnostic } from '../../domain/diagnostics.ts';
import { deceivingSign, looksLike } from '../../domain/lookalikes.ts';
import { tagKey } from '../../domain/tags.ts';
import type { Check } from './check.ts';

/** Tags with letters of another script that look like a tag without them. */
export const tagLookalike: Check = ({ packs }) => {
	const rules = packs.flatMap((pack) => pack.rules);
	const unusual = rules.filter(({ frontmatter }) => frontmatter.unusualTags !== undefined);
	if (unusual.length === 0) return [];
	const wanted = new Set(unusual.flatMap(({ frontmatter }) => (frontmatter.unusualTags ?? []).map(lookOf)));
	const first = new Map<string, { readonly tag: string; readonly file: string }>();
	for (const { file, frontmatter } of rules) {
		for (const tag of frontmatter.tags) {
			const look = tagKey(looksLike(tag));
			const isPlain = look === tagKey(tag);
			if (wanted.has(look) && isPlain && !first.has(look)) first.set(look, { tag, file });
		}
	}
	return unusual.flatMap(({ file, frontmatter }) =>
		(frontmatter.unusualTags ?? []).flatMap((named): Diagnostic[] => {
			const other = first.get(lookOf(named));
			if (other === undefined || tagKey(other.tag) === tagKey(named.name)) return [];
			const args = { tag: named.name, sign: deceivingSign(named.name), other: other.tag, file: other.file };
			return [diagnostic('tag-lookalike', file, named.place, args)];
		}),
	);
};

function lookOf({ name }: { readonly name: string }): string {
	return tagKey(looksLike(name));
}
