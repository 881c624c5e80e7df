import { type Diagnostic, diagnostic } from '../../domain/diagnostics.ts';
import type { ParsedRule } from '../../domain/rule.ts';
import type { Check } from './check.ts';

/** Two rules of a pack whose titles differ at most in case and space. */
export const titleDuplicate: Check = ({ packs }) =>
	packs.flatMap(({ rules }) => {
		const first = new Map<string, ParsedRule>();
		return rules.flatMap((rule): Diagnostic[] => {
			const { title, titlePlace } = rule.frontmatter;
			const key = title.replace(/\s+/g, ' ').trim().toLowerCase();
			const other = first.get(key);
			if (other !== undefined)
				return [diagnostic('title-duplicate', rule.file, titlePlace, { title, other: other.file })];
			first.set(key, rule);
			return [];
		});
	});
