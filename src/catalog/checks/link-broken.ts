import { diagnostic } from '../../domain/diagnostics.ts';
import type { Check } from './check.ts';
import { shownUrl } from './shown-url.ts';

/** A link to a file that no pack holds, or from the root of a site that is not this one. */
export const linkBroken: Check = ({ packs, files }) =>
	packs.flatMap(({ parsed, rules }) =>
		rules.flatMap((rule) =>
			rule.links
				.filter(({ kind, url }) => kind === 'link' && files.destinationOf(rule, parsed.folder, url).kind === 'nothing')
				.map(({ url, place }) => diagnostic('link-broken', rule.file, place, { url: shownUrl(url) })),
		),
	);
