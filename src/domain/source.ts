/** One file of a pack as it lies on disk: text, or the reason there is none. */
export interface SourceFile {
	/** Path to read the file again; what a diagnostic names (relative to the working folder where possible, POSIX slashes). */
	readonly file: string;
	/** Absolute path on this machine. */
	readonly absolute: string;
	/** Path relative to its content folder, POSIX slashes: the `source` of the catalog. */
	readonly source: string;
	/** The text without a byte-order mark; line ends as on disk. */
	readonly text: string;
	/** SHA-256 of the bytes, hex. */
	readonly digest: string;
	/** Set when the bytes are not UTF-8 or the file could not be read; `text` is then what could be decoded. */
	readonly fault: SourceFault | null;
}

export type SourceFault =
	| { readonly kind: 'not-utf8'; readonly offset: number; readonly line: number; readonly column: number }
	| { readonly kind: 'unreadable'; readonly reason: string };

/** A pack as found on disk, before anything is parsed. */
export interface PackFolder {
	/** The name in ids and addresses; unique in a run. */
	readonly name: string;
	/** The folder's own name on disk. */
	readonly folderName: string;
	/** Folder path as a diagnostic names it. */
	readonly folder: string;
	readonly absolute: string;
	/** Folder path relative to its content folder, POSIX; '' when the content folder itself is the pack. */
	readonly source: string;
	/** True when the config marks this pack as trusted: MDX and raw HTML are allowed. */
	readonly trusted: boolean;
	/** `.md` and `.mdx` files that may be rules, in path order. */
	readonly rules: readonly SourceFile[];
	readonly sections: SourceFile | null;
	readonly metadata: SourceFile | null;
	readonly skill: SourceFile | null;
	/** Every file below the pack, relative to the pack folder, POSIX: what relative links may lead to. */
	readonly files: readonly string[];
}
