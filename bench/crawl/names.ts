import { posix } from 'node:path';

const { dirname } = posix;

/** A name of a file or folder that some disk or web host does not take. */
export interface OddName {
	readonly path: string;
	readonly reason: string;
}

export interface NamesResult {
	readonly odd: readonly OddName[];
	/** Paths that are one on a disk that ignores case: the second and later ones of each. */
	readonly twins: readonly string[];
	/** The longest path. */
	readonly longest: string;
}

/** Windows gives these to devices, whatever the ending. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** Windows takes 260 signs for a whole path; a site has to leave room for the folder that it is put into. */
const LONGEST_PATH = 200;
const LONGEST_NAME = 255;

/** Looks at the paths of a site, POSIX and relative, with the eyes of other disks. */
export function lookAtNames(files: readonly string[]): NamesResult {
	const odd: OddName[] = [];
	const twins: string[] = [];
	const seen = new Set<string>();
	const known = new Map<string, string>();
	for (const file of files) {
		if (file.length > LONGEST_PATH) odd.push({ path: file, reason: `has ${file.length} signs` });
		for (const path of pathsTo(file)) {
			if (seen.has(path)) continue;
			seen.add(path);
			const reason = faultOf(path.slice(path.lastIndexOf('/') + 1));
			if (reason !== null) odd.push({ path, reason });
			const folded = path.normalize('NFC').toLowerCase();
			// What lies in a folder with a twin is not said again.
			if (!known.has(folded)) known.set(folded, path);
			else if (known.get(dirname(folded)) === dirname(path) || dirname(path) === '.') twins.push(path);
		}
	}
	const longest = files.reduce((long, file) => (file.length > long.length ? file : long), '');
	return { odd, twins, longest };
}

/** The folders that a file lies in, from the outside in, and the file itself. */
function pathsTo(file: string): string[] {
	const segments = file.split('/');
	return segments.map((_, last) => segments.slice(0, last + 1).join('/'));
}

function faultOf(name: string): string | null {
	if (DEVICES.test(name)) return 'is the name of a device on Windows';
	if (/[ .]$/.test(name)) return 'ends with a dot or a blank, which Windows drops';
	const signs = /[\p{Cc}<>:"|?*\\]/u.exec(name);
	if (signs !== null) return `has a ${JSON.stringify(signs[0])}, which Windows does not take`;
	if (name !== name.normalize('NFC')) return 'is not in Unicode’s form NFC, which some disks change';
	return Buffer.byteLength(name) > LONGEST_NAME ? `has more than ${LONGEST_NAME} bytes` : null;
}
