import { MEDIA_TYPES } from '../../domain/media-types.ts';
import { headersOf, type PathKind } from '../../domain/site-policy.ts';
import { foldersOf, isSecure, type Place } from './place.ts';

/** Locations for nginx, to be included in a `server` block: files, types, compression, headers, the page for what is missing. */
export function nginxConf(place: Place): string {
	const { base, out } = place;
	const folders = (kind: Exclude<PathKind, 'page'>) =>
		foldersOf(kind, place).map((folder) => `\tlocation ^~ ${quoted(folder)} {\n${headers(kind, place, '\t\t')}\n\t}\n`);
	return `# To be included in the server block of the host, which listens with TLS and serves HTTP/2.

${base === '/' ? '' : `location = ${quoted(base.slice(0, -1))} {\n\tabsolute_redirect off;\n\treturn 301 ${quoted(base)};\n}\n\n`}location ${quoted(base)} {
	alias ${quoted(out.endsWith('/') ? out : `${out}/`)};
	index index.html;
	# A folder without a page is as missing as any other address.
	error_page 403 404 =404 ${quoted(`${base}404.html`)};
	absolute_redirect off;

	types {
${types()}
	}
	default_type application/octet-stream;
	charset utf-8;
	charset_types ${texts().join(' ')};

	# Files that \`precompress\` of the config has written beside the others; what has none is compressed when it is sent.
	gzip_static on;
	gzip on;
	gzip_vary on;
	gzip_proxied any;
	gzip_min_length 1024;
	gzip_types ${[...texts(), 'image/svg+xml'].filter((type) => type !== 'text/html').join(' ')};
	# With the module ngx_brotli:
	# brotli_static on;

${headers('page', place, '\t')}

	# A location has either headers of its own or those around it, so each has them all.
${[...folders('hashed'), ...folders('foreign')].join('')}}
`;
}

function headers(kind: PathKind, place: Place, indent: string): string {
	return headersOf(kind, isSecure(place))
		.map(([name, value]) => `${indent}add_header ${name} ${quoted(value)} always;`)
		.join('\n');
}

function types(): string {
	return Object.entries(MEDIA_TYPES)
		.map(([ending, type]) => `\t\t${bare(type)} ${ending.slice(1)};`)
		.join('\n');
}

/** Types whose charset is to be named. */
function texts(): readonly string[] {
	return [
		...new Set(
			Object.values(MEDIA_TYPES)
				.filter((type) => type.includes('charset'))
				.map(bare),
		),
	];
}

function bare(type: string): string {
	return type.split(';', 1)[0] ?? type;
}

function quoted(text: string): string {
	return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
