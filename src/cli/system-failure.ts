/** What an error of the operating system is about: its code, and the words for it. */
interface Meaning {
	readonly says: string;
	readonly remedy: string;
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
	ENOSPC: { says: 'no space left on device', remedy: 'Free space and run again' },
	EDQUOT: { says: 'the disk quota is used up', remedy: 'Free space and run again' },
	EFBIG: { says: 'the file would be larger than is allowed', remedy: 'Raise the limit (ulimit -f) and run again' },
	EROFS: { says: 'the file system is read-only', remedy: 'Make it writable, or name another folder' },
	EACCES: { says: 'permission denied', remedy: 'Give this user the right to it, or name another folder' },
	EPERM: { says: 'the system does not permit it', remedy: 'Give this user the right to it, or name another folder' },
	EMFILE: { says: 'too many files are open', remedy: 'Raise the limit (ulimit -n) and run again' },
	ENFILE: { says: 'too many files are open on this machine', remedy: 'End other programs and run again' },
	ENOTDIR: { says: 'a file is where a folder is needed', remedy: 'Move that file away and run again' },
	EEXIST: { says: 'something else is there already', remedy: 'Move it away and run again' },
	EISDIR: { says: 'a folder is where a file is needed', remedy: 'Move that folder away and run again' },
	ENOTEMPTY: { says: 'the folder is not empty', remedy: 'See what is writing there, and run again' },
	ENOENT: { says: 'it is not there any more', remedy: 'Run again' },
	EBUSY: { says: 'it is in use', remedy: 'End what uses it and run again' },
	ETXTBSY: { says: 'it is in use', remedy: 'End what uses it and run again' },
	EIO: { says: 'the disk cannot be read or written there', remedy: 'Check the disk' },
	ELOOP: { says: 'its symbolic links lead in a circle', remedy: 'Repair the links and run again' },
	ENAMETOOLONG: { says: 'the name is too long', remedy: 'Shorten the path' },
	ENOMEM: { says: 'there is not enough memory', remedy: 'Free memory and run again' },
	ESTALE: { says: 'the network disk has lost it', remedy: 'Run again' },
	EAGAIN: { says: 'the system has nothing left to give now', remedy: 'Run again' },
};

/** What was being done, by the name of the system's own call. */
const DOING: readonly (readonly [call: RegExp, words: string])[] = [
	[
		/^(open|read|scandir|opendir|stat|lstat|fstat|realpath|readlink|access|copyfile)$/,
		'could not read or write a file',
	],
	[/^(write|writev|ftruncate|fsync|close|utime|futime|chmod)$/, 'could not write a file'],
	[/^mkdtemp$|^mkdir$/, 'could not make a folder'],
	[/^rename$|^link$|^symlink$/, 'could not put a file or folder in its place'],
	[/^unlink$|^rmdir$|^rm$/, 'could not remove a file or folder'],
	[/^spawn/, 'could not start a program'],
];

/** As Node words them, also where only the text of an error has come through from another thread. */
const SYSTEM_ERROR = /\b(E[A-Z0-9]{2,}): [^,\n]+, (\w+)(?: '([^'\n]*)')?(?: -> '([^'\n]*)')?/;

/**
 * What to say of a failure of the system — a full disk, a missing right, too many open files — in one sentence and what to
 * do; null for any other failure.
 */
export function systemFailureText(error: Error): string | null {
	const [, code = '', call = '', path, target] = SYSTEM_ERROR.exec(error.message) ?? [];
	const meaning = Object.hasOwn(MEANINGS, code) ? MEANINGS[code] : undefined;
	if (meaning === undefined) return error.cause instanceof Error ? systemFailureText(error.cause) : null;
	const doing = DOING.find(([calls]) => calls.test(call))?.[1] ?? 'could not go on';
	// A full disk shows where something arrives, not where it comes from.
	const place = target ?? path;
	const at = place === undefined ? '' : ` at ${place}`;
	return `${doing}: ${meaning.says} (${code})${at}. ${meaning.remedy}`;
}
