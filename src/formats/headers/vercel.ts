import { type Header, headersOf } from '../../domain/site-policy.ts';
import { foldersOf, isSecure, ownHeaders, type Place } from './place.ts';

/** `vercel.json`. Of two entries that set one header for a file, the later one holds. */
export function vercelJson(place: Omit<Place, 'out'>): string {
	const headers = [
		entry(place.base, headersOf('page', isSecure(place))),
		...(['hashed', 'foreign'] as const).flatMap((kind) =>
			foldersOf(kind, place).map((folder) => entry(folder, ownHeaders(kind))),
		),
	];
	return `${JSON.stringify({ trailingSlash: true, headers }, null, '\t')}\n`;
}

function entry(folder: string, headers: readonly Header[]): object {
	return { source: `${folder}(.*)`, headers: headers.map(([key, value]) => ({ key, value })) };
}
