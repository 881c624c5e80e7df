/** Where a link or image of a rule leads, told from its address alone: whether the file exists is the caller's to look up. */
export type LocalTarget =
	/** A place on the page itself; `id` is decoded, '' for the top of the page. */
	| { readonly kind: 'anchor'; readonly id: string }
	/** A file or folder of the content folder; `path` is decoded and has no `.`, `..` or empty segments. */
	| { readonly kind: 'file'; readonly path: string; readonly anchor: string | null }
	/** Climbs out of the content folder. */
	| { readonly kind: 'outside' }
	/** Starts with one slash: meant for the site the text was written for. */
	| { readonly kind: 'rooted' }
	/** Has a scheme or a host of its own: `https:`, `mailto:`, `//host`. Not checked for being harmless. */
	| { readonly kind: 'whole' };

/**
 * Resolves a link as a browser would read it, without touching a disk. Never throws.
 * `from` is the linking file and the resulting `path` the linked one, both relative to their content folder, POSIX
 * (`Rule.source`), so that links between packs of one content folder resolve as well.
 */
export function resolveLocalLink(from: string, url: string): LocalTarget {
	const written = asBrowsersRead(url);
	const hash = written.indexOf('#');
	const anchor = hash === -1 ? null : decode(written.slice(hash + 1));
	const path = (hash === -1 ? written : written.slice(0, hash)).replace(/\?.*/s, '').replaceAll('\\', '/');
	if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return { kind: 'whole' };
	if (path.startsWith('/')) return { kind: 'rooted' };
	if (path === '') return { kind: 'anchor', id: anchor ?? '' };
	const segments = walk(from.split('/').slice(0, -1), decode(path).split(/[/\\]/));
	if (segments === null) return { kind: 'outside' };
	return { kind: 'file', path: segments.join('/'), anchor: anchor === '' ? null : anchor };
}

/** True for a whole address that a page may lead to: one of the web or of mail, and written so that a browser can read it. */
export function isWebAddress(url: string): boolean {
	const read = URL.parse(asBrowsersRead(url), 'https://rules.example/');
	return read !== null && /^(?:https?|mailto):$/.test(read.protocol);
}

/** Browsers drop line ends and tabs anywhere, and blanks and control characters at both ends; `java\nscript:` is a scheme. */
function asBrowsersRead(url: string): string {
	return url.replace(/[\t\n\r]/g, '').replace(/^[\0-\x20]+|(?<![\0-\x20])[\0-\x20]+$/g, '');
}

/** Percent-decodes what is valid UTF-8 and leaves a text that is not as written. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The folders after walking `steps` from `start`; null when a step climbs above the first folder. */
function walk(start: readonly string[], steps: readonly string[]): string[] | null {
	const at = start.filter((segment) => segment !== '');
	for (const step of steps) {
		if (step === '' || step === '.') continue;
		if (step !== '..') at.push(step);
		else if (at.pop() === undefined) return null;
	}
	return at;
}
