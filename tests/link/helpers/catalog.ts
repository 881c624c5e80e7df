import type { LinkCatalog } from '../../../src/link/index.ts';
import { readCatalog } from '../../../src/link/index.ts';

export const SITE = 'https://rules.example.org/docs/';

/** A catalog as a site publishes it: rule (`pack/stem`) → codes of linters. */
export function catalogOf(rules: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>): LinkCatalog {
	return readCatalog({
		version: 1,
		name: 'Example rules',
		url: SITE,
		rules: Object.entries(rules).map(([id, linters]) => ({ id, title: id, url: pageOf(id), linters })),
	});
}

export function pageOf(id: string): string {
	return `${SITE}rules/${id}/`;
}
