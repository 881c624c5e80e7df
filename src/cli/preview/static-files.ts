import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What a request path leads to. */
export type Target =
	| { readonly kind: 'file'; readonly file: string; readonly size: number; readonly changed: Date }
	/** The same address with a slash at its end: links on the page of a folder are relative to it. */
	| { readonly kind: 'redirect'; readonly path: string }
	| { readonly kind: 'nothing' };

const NOTHING: Target = { kind: 'nothing' };

/**
 * Finds the file of a request path (still percent-encoded, without query) below `folder`.
 * `base` begins and ends with a slash. Never leads out of the folder, however the path is spelled.
 */
export async function findTarget(folder: string, base: string, path: string): Promise<Target> {
	if (path === '/' && base !== '/') return { kind: 'redirect', path: base };
	if (`${path}/` === base) return { kind: 'redirect', path: base };
	if (!path.startsWith(base)) return NOTHING;
	const segments = decodeSegments(path.slice(base.length));
	if (segments === null) return NOTHING;

	const asked = join(folder, ...segments);
	const found = await stat(asked).catch(() => null);
	if (found === null) return NOTHING;
	if (!found.isDirectory()) return path.endsWith('/') ? NOTHING : await fileWithin(folder, asked);
	const page = await fileWithin(folder, join(asked, 'index.html'));
	return page.kind === 'file' && !path.endsWith('/') ? { kind: 'redirect', path: `${path}/` } : page;
}

/** A regular file that really lies below the folder, wherever symbolic links lead. */
export async function fileWithin(folder: string, file: string): Promise<Target> {
	try {
		const [root, real] = await Promise.all([realpath(folder), realpath(file)]);
		const { size, mtime, ...found } = await stat(real).then((one) => ({
			size: one.size,
			mtime: one.mtime,
			regular: one.isFile(),
		}));
		return found.regular && real.startsWith(root + sep) ? { kind: 'file', file: real, size, changed: mtime } : NOTHING;
	} catch {
		return NOTHING;
	}
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
