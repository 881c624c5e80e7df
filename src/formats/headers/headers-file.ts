import { type Header, headersOf } from '../../domain/site-policy.ts';
import { foldersOf, isSecure, ownHeaders, type Place } from './place.ts';

/**
 * `_headers` of Netlify and Cloudflare Pages. What two blocks say of one file may be joined with a comma: of two policies both
 * hold, but two lifetimes contradict each other, so the usual one is left to the hosts, which ask again for every file.
 */
export function headersFile(place: Omit<Place, 'out'>): string {
	const shared = headersOf('page', isSecure(place)).filter(([name]) => name !== 'Cache-Control');
	const blocks = [
		block(place.base, shared),
		...(['hashed', 'foreign'] as const).flatMap((kind) =>
			foldersOf(kind, place).map((folder) => block(folder, ownHeaders(kind))),
		),
	];
	return `${blocks.join('\n\n')}\n`;
}

function block(folder: string, headers: readonly Header[]): string {
	return [`${folder}*`, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
}
