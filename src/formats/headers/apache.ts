import { MEDIA_TYPES } from '../../domain/media-types.ts';
import { type Header, headersOf } from '../../domain/site-policy.ts';
import { foldersOf, isSecure, ownHeaders, type Place } from './place.ts';

/** `.htaccess` for the folder of the site; Apache heeds it where `AllowOverride` allows `FileInfo` and `Indexes`. */
export function htaccess(place: Omit<Place, 'out'>): string {
	return `DirectoryIndex index.html
ErrorDocument 404 ${place.base}404.html

${types()}

<IfModule mod_deflate.c>
	AddOutputFilterByType DEFLATE ${texts().join(' ')} image/svg+xml
</IfModule>

<IfModule mod_headers.c>
${lines(headersOf('page', isSecure(place)), '\t')}
${within('hashed', place)}
${within('foreign', place)}
</IfModule>
`;
}

/** What is set for some folders takes the place of what is set for all. */
function within(kind: 'hashed' | 'foreign', place: Omit<Place, 'out'>): string {
	const folders = foldersOf(kind, place).map((folder) => folder.replace(/[^\w/-]/g, '\\$&'));
	return `\t<If "%{REQUEST_URI} =~ m#^(?:${folders.join('|')})#">\n${lines(ownHeaders(kind), '\t\t')}\n\t</If>`;
}

function lines(headers: readonly Header[], indent: string): string {
	return headers.map(([name, value]) => `${indent}Header always set ${name} "${value}"`).join('\n');
}

function types(): string {
	return Object.entries(MEDIA_TYPES)
		.map(([ending, type]) => `AddType ${type.includes(';') ? `'${type}'` : type} ${ending}`)
		.join('\n');
}

function texts(): readonly string[] {
	const named = Object.values(MEDIA_TYPES).filter((type) => type.includes('charset'));
	return [...new Set(named.map((type) => type.split(';', 1)[0] ?? type))];
}
