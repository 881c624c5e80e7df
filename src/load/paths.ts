/** Paths below a content folder: relative, POSIX, '' for the folder itself. */

export function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

export function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folder and all above it, outermost first: `a/b` gives '', `a`, `a/b`. */
export function withAncestors(folder: string): readonly string[] {
	const line = [''];
	for (let end = folder.indexOf('/'); end !== -1; end = folder.indexOf('/', end + 1)) line.push(folder.slice(0, end));
	if (folder !== '') line.push(folder);
	return line;
}
