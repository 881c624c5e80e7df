import { type Diagnostic, diagnostic } from '../../domain/diagnostics.ts';
import { nearest } from '../../domain/nearest.ts';
import type { ParsedRule } from '../../domain/rule.ts';
import type { Check } from './check.ts';

/** A link to a heading that its rule does not have: of the rule itself or of any other. */
export const anchorBroken: Check = ({ packs, files }) => {
	const known = new Map<ParsedRule, ReadonlySet<string>>();
	const anchorsOf = (rule: ParsedRule): ReadonlySet<string> => {
		const anchors = known.get(rule) ?? collectAnchors(rule);
		known.set(rule, anchors);
		return anchors;
	};
	return packs.flatMap(({ parsed, rules }) =>
		rules.flatMap((rule) =>
			rule.links.flatMap(({ kind, url, place }): Diagnostic[] => {
				const destination = kind === 'link' ? files.destinationOf(rule, parsed.folder, url) : null;
				if (destination?.kind !== 'rule' || destination.anchor === null) return [];
				const anchors = anchorsOf(destination.rule);
				const { anchor } = destination;
				if (anchors.has(anchor) || anchors.has(anchor.toLowerCase())) return [];
				return [diagnostic('anchor-broken', rule.file, place, { url, near: nearest(anchor, anchors) })];
			}),
		),
	);
};

/** Headings, and the top of the page under both names that HTML gives it. */
function collectAnchors(rule: ParsedRule): ReadonlySet<string> {
	return new Set([...rule.headings.map(({ id }) => id), '', 'top']);
}
