/** Where a request's path leads, before it is known what is there. */
export type SitePath =
	/** Decoded, from the site's root; empty for the root itself. */
	| { readonly kind: 'inside'; readonly segments: readonly string[]; readonly slash: boolean }
	| { readonly kind: 'redirect'; readonly path: string }
	| { readonly kind: 'nothing' };

/**
 * Reads a request's path (still percent-encoded, without query) below `base`, which begins and ends with a slash.
 * Never leads out of the site, however the path is spelled.
 */
export function sitePath(base: string, path: string): SitePath {
	if (path === '/' && base !== '/') return { kind: 'redirect', path: base };
	if (`${path}/` === base) return { kind: 'redirect', path: base };
	const segments = path.startsWith(base) ? decodeSegments(path.slice(base.length)) : null;
	return segments === null ? { kind: 'nothing' } : { kind: 'inside', segments, slash: path.endsWith('/') };
}

/** Null for what no file of a site is called: `..`, separators hidden in an escape, empty segments, broken escapes. */
function decodeSegments(path: string): readonly string[] | null {
	const written = path.replace(/\/$/, '');
	if (written === '') return [];
	try {
		const segments = written.split('/').map(decodeURIComponent);
		const hostile = segments.some((segment) => /^\.{0,2}$/.test(segment) || /[/\\\0]/.test(segment));
		return hostile ? null : segments;
	} catch {
		return null;
	}
}
