import { diagnostic } from '../../domain/diagnostics.ts';
import type { Check } from './check.ts';
import { shownUrl } from './shown-url.ts';

/** An image that is not among the files of the rule's own pack. */
export const imageMissing: Check = ({ packs, files }) =>
	packs.flatMap(({ parsed, rules }) =>
		rules.flatMap((rule) =>
			rule.links
				.filter(({ kind, url }) => {
					if (kind !== 'image') return false;
					const destination = files.destinationOf(rule, parsed.folder, url);
					return destination.kind !== 'elsewhere' && !(destination.kind === 'file' && destination.own);
				})
				.map(({ url, place }) => diagnostic('image-missing', rule.file, place, { url: shownUrl(url) })),
		),
	);
