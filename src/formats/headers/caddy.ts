import { headersOf, type PathKind } from '../../domain/site-policy.ts';
import { foldersOf, isSecure, type Place } from './place.ts';

/** Directives for the site block of a Caddyfile. */
export function caddyfile(place: Place): string {
	const { base, out } = place;
	const hashed = foldersOf('hashed', { base: '/' });
	const foreign = foldersOf('foreign', { base: '/' });
	const all = (folders: readonly string[]) => folders.map((folder) => `${folder}*`).join(' ');
	const redirect = base === '/' ? '' : `redir ${base.slice(0, -1)} ${base} permanent\n`;
	return `${redirect}handle_path ${base}* {
	root * "${out}"
	@hashed path ${all(hashed)}
	@foreign path ${all(foreign)}
	@page not path ${all([...hashed, ...foreign])}
${headers('hashed', place)}
${headers('foreign', place)}
${headers('page', place)}
	encode zstd gzip
	file_server {
		precompressed br gzip
	}
}
handle_errors 403 404 {
	root * "${out}"
	rewrite * /404.html
	file_server {
		status 404
	}
	header {
${lines('page', place)}
	}
}
`;
}

/** The three kinds exclude each other, so no order of directives matters. */
function headers(kind: PathKind, place: Place): string {
	return `\theader @${kind} {\n${lines(kind, place)}\n\t}`;
}

function lines(kind: PathKind, place: Place): string {
	return headersOf(kind, isSecure(place))
		.map(([name, value]) => `\t\t${name} "${value}"`)
		.join('\n');
}
