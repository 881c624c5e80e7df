import { type Diagnostic, diagnostic } from '../../domain/diagnostics.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Check } from './check.ts';

/**
 * The config annotates a rule that is not there. When the command line names other content folders, only a pack that is among
 * them can miss a rule.
 */
export const configRuleUnknown: Check = ({ packs, links: { strangers, annotations, names } }) => {
	const present = new Set(packs.map(({ parsed }) => parsed.folder.name));
	return strangers.flatMap(({ rule: { name, place } }): Diagnostic[] => {
		const isHere = present.has(name.slice(0, Math.max(0, name.indexOf('/'))));
		if (annotations === null || names.isAwaited(name, '') || !(annotations.complete || isHere)) return [];
		const near = nearest(name, names.near('/', ''));
		return [diagnostic('config-rule-unknown', annotations.file, place, { id: name, near })];
	});
};
