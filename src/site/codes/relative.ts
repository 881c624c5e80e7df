/**
 * The shortest address of a site path as seen from a page of the site, whose own path ends with a slash: it holds under any
 * base. `/d/eslint/no-eval/` to `/rules/a/b/` is `../../../rules/a/b/`, and `/rules/a/c/` to `/rules/a/b/` is `../b/`.
 */
export function relativePath(from: string, to: string): string {
	const here = from.slice(1, -1).split('/').filter(Boolean);
	const there = to.slice(1).split('/');
	// The last segment of the target is its file, or what stands behind its last slash: no folder to go through.
	const differs = here.findIndex((segment, at) => at >= there.length - 1 || segment !== there[at]);
	const shared = differs === -1 ? here.length : differs;
	const steps = here.length - shared;
	return (steps === 0 ? './' : '../'.repeat(steps)) + there.slice(shared).join('/');
}

/** The folder of a site path, as it is called on a disk: no slash at either end, nothing percent-encoded. */
export function folderOf(path: string): string {
	return path.slice(1, -1).split('/').map(decodeURIComponent).join('/').normalize();
}

/** What the folders of two paths have in common when some disk takes them for one. */
export function folderKey(path: string): string {
	return folderOf(path).toLowerCase().normalize();
}

/**
 * Whether a path can be a folder of the site: none of its segments climbs, is empty, hides a separator or is a page's file.
 * Windows keeps more signs for itself, such as the colons of `clippy::x`: one page less is better than no build.
 */
export function canBeFolder(path: string, platform: NodeJS.Platform = process.platform): boolean {
	const segments = path.slice(1, -1).split('/').map(decodeURIComponent);
	const impossible = /^\.{0,2}$|^index\.html$|[/\\#?%]|\p{Cc}/iu;
	const onWindows = /[<>:"|*]|[ .]$/;
	return !segments.some((one) => impossible.test(one) || (platform === 'win32' && onWindows.test(one)));
}
