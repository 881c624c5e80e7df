import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import type { SourceFault, SourceFile } from '../domain/source.ts';
import { decodeUtf8 } from './utf8.ts';

/** Where a file lies and how it is called. */
export interface FileNames {
	readonly absolute: string;
	readonly file: string;
	readonly source: string;
}

/**
 * Reads a file as text. Never throws: a file that cannot be read has a fault, an empty text and the digest of nothing. It is
 * read at once: threads, and a promise for each of the four steps, take five times as long as the reading itself.
 */
export function readSource(names: FileNames): SourceFile {
	try {
		const bytes = readFileSync(names.absolute);
		return { ...names, ...decodeUtf8(bytes), digest: hash('sha256', bytes) };
	} catch (cause) {
		const fault: SourceFault = { kind: 'unreadable', reason: reasonOf(cause) };
		return { ...names, text: '', digest: hash('sha256', ''), fault };
	}
}

/** What a failed file operation means, in words without the path: the diagnostic names the file already. */
export function reasonOf(cause: unknown): string {
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	const reasons: Readonly<Record<string, string>> = {
		EACCES: 'permission denied',
		EPERM: 'permission denied',
		ENOENT: 'it is not there',
		ENOTDIR: 'it is not a folder',
		ELOOP: 'its symbolic link leads in a circle',
		EMFILE: 'too many files are open',
		ENAMETOOLONG: 'its name is too long',
		ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
	};
	if (Object.hasOwn(reasons, code)) return reasons[code] ?? code;
	return cause instanceof Error ? cause.message : String(cause);
}

/** A path as messages name it: relative to the working folder unless that is far away; POSIX slashes. */
export function shownPath(workingFolder: string, absolute: string): string {
	const near = relative(workingFolder, absolute);
	const far = isAbsolute(near) || near.split(sep).filter((step) => step === '..').length > 3;
	return toPosix(far ? absolute : near === '' ? '.' : near);
}

export function toPosix(path: string): string {
	return sep === '/' ? path : path.replaceAll(sep, '/');
}
